using OnnxConvert.Optimizers.Fusions;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Optimizers.Quantization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>
/// The optimizers of this library, in the order in which they run. Each is named by a property, so that others can be put beside it or in
/// its place: <c>registry.Optimizers.InsertBefore(BuiltInPasses.ConstantFolding, pass)</c>.
/// </summary>
public static class BuiltInPasses
{
    /// <summary>Computes what depends on constants alone.</summary>
    public static PassIdentity ConstantFolding { get; } = new(nameof(ConstantFolding));

    /// <summary>Removes nodes that pass a value on.</summary>
    public static PassIdentity Identities { get; } = new(nameof(Identities));

    /// <summary>Makes one Cast of two.</summary>
    public static PassIdentity CastChains { get; } = new(nameof(CastChains));

    /// <summary>Makes one of two limits in a row.</summary>
    public static PassIdentity ClampChains { get; } = new(nameof(ClampChains));

    /// <summary>Makes one of constants and of nodes that are equal.</summary>
    public static PassIdentity Duplicates { get; } = new(nameof(Duplicates));

    /// <summary>Merges transposes with each other and with constants.</summary>
    public static PassIdentity TransposeMerges { get; } = new(nameof(TransposeMerges));

    /// <summary>Decides which tensors are stored channels first and which last.</summary>
    public static PassIdentity Layout { get; } = new(nameof(Layout));

    /// <summary>Removes quantization of what was just dequantized.</summary>
    public static PassIdentity Requantization { get; } = new(nameof(Requantization));

    /// <summary>Moves reshapes to the integer side of quantization.</summary>
    public static PassIdentity ReshapeQuantization { get; } = new(nameof(ReshapeQuantization));

    /// <summary>Gives convolutions and pools the padding before them.</summary>
    public static PassIdentity PadFusion { get; } = new(nameof(PadFusion));

    /// <summary>Gives convolutions the factors and summands behind them.</summary>
    public static PassIdentity ConvScaleFusion { get; } = new(nameof(ConvScaleFusion));

    /// <summary>Gives dense layers the transpose before their flattening.</summary>
    public static PassIdentity FlattenFusion { get; } = new(nameof(FlattenFusion));

    /// <summary>Makes one of reshapes in a row.</summary>
    public static PassIdentity ReshapeChains { get; } = new(nameof(ReshapeChains));

    /// <summary>Turns functions of one 8-bit tensor into tables; only where that is asked for.</summary>
    public static PassIdentity QuantizedTables { get; } = new(nameof(QuantizedTables));

    /// <summary>Quantizes activations while the model runs; only where that is asked for.</summary>
    public static PassIdentity DynamicQuantization { get; } = new(nameof(DynamicQuantization));

    /// <summary>A new list of the optimizers that always run, to be edited or run: <c>new PassRunner(BuiltInPasses.Create())</c>.</summary>
    public static PassList<IOptimizer> Create()
    {
        var passes = new PassList<IOptimizer>();
        AddTo(passes);
        return passes;
    }

    /// <summary>This is the order.</summary>
    internal static void AddTo(PassList<IOptimizer> passes)
    {
        passes.Add(ConstantFolding, new ConstantFoldingOptimizer());
        passes.Add(Identities, new IdentityOptimizer());
        passes.Add(CastChains, new CastChainOptimizer());
        passes.Add(ClampChains, new ClampChainOptimizer());
        passes.Add(Duplicates, new DuplicateOptimizer());
        passes.Add(TransposeMerges, new TransposeMergeOptimizer());
        passes.Add(Layout, new LayoutOptimizer());
        passes.Add(Requantization, new RequantizeOptimizer());
        passes.Add(ReshapeQuantization, new ReshapeQuantizationOptimizer());
        passes.Add(PadFusion, new PadFusionOptimizer());
        passes.Add(ConvScaleFusion, new ConvScaleFusionOptimizer());
        passes.Add(FlattenFusion, new FlattenFusionOptimizer());
        passes.Add(ReshapeChains, new ReshapeChainOptimizer());
    }
}
