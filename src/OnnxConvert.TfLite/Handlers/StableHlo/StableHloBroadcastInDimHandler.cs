using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_BROADCAST_IN_DIM → Transpose, Unsqueeze, Expand: dimension i becomes dimension <c>broadcast_dimensions[i]</c> of the output, and sizes of 1 grow.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloBroadcastInDim, Restrictions = "the shape of the output must be known")]
internal sealed class StableHloBroadcastInDimHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value output = op.Output(0);
        long[] sizes = output.Shape?.ToSizes() ?? throw op.NotSupported("the shape of the output must be known", output);
        long[] dimensions = op.Ints("broadcast_dimensions");
        int[] order = [.. Enumerable.Range(0, dimensions.Length).OrderBy(i => dimensions[i])];
        Value x = op.Emit.Transpose(op.Raw(0), order);
        x = op.Emit.Unsqueeze(x, [.. Axes.All(sizes.Length).Except(dimensions)]);
        op.RawResult(0, op.Emit.Expand(x, sizes));
    }
}
