using OnnxConvert.Ir;

namespace OnnxConvert.Files;

/// <summary>Which IR version goes with which opset: that of the first ONNX release with the opset (ONNX's table of released versions).</summary>
public static class IrVersions
{
    /// <summary>The newest version that is written.</summary>
    public const long Latest = 13;

    // What these versions brought: initializers that are no inputs; functions.
    private const long WithPlainInitializers = 4;
    private const long WithFunctions = 8;

    /// <summary>The version for a model: that of its opset, or a later one that has what the model uses.</summary>
    public static long For(Model model)
    {
        long version = ForOpset(model.OpsetImports.GetValueOrDefault(""));
        if (version < WithPlainInitializers && model.Graph.SelfAndSubgraphs().Any(g => g.Initializers.Any(i => !i.IsGraphInput)))
            version = WithPlainInitializers;
        return model.Functions.Count > 0 ? Math.Max(version, WithFunctions) : version;
    }

    /// <summary>The version that goes with an opset of ONNX's own domain.</summary>
    public static long ForOpset(long opset) => opset switch
    {
        <= 8 => 3,
        9 => 4,
        10 => 5,
        11 => 6,
        <= 14 => 7,
        <= 18 => 8,
        <= 20 => 9,
        <= 22 => 10,
        23 => 11,
        24 => 12,
        _ => Latest,
    };
}
