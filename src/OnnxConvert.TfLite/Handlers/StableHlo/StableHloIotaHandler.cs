using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_IOTA → Range, Cast, Expand: along a dimension 0, 1, 2, …, and the same along all others.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloIota, MinOpset = 11, Restrictions = "the shape of the output must be known")]
internal sealed class StableHloIotaHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value output = op.Output(0);
        long[] sizes = output.Shape?.ToSizes() ?? throw op.NotSupported("the shape of the output must be known", output);
        int dimension = op.Axis(op.Int("iota_dimension"), sizes.Length);
        Value numbers = op.Emit.Node("Range", [op.Emit.Const(0L), op.Emit.Const(sizes[dimension]), op.Emit.Const(1L)]);
        Value column = op.Emit.Unsqueeze(op.Emit.Cast(numbers, op.OutputType(0)), [.. Axes.All(sizes.Length).Where(axis => axis != dimension)]);
        op.DeclaredResult(0, op.Emit.Expand(column, sizes));
    }
}
