using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REVERSE_V2 → Slice with step -1 along each given axis.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReverseV2, Restrictions = "the axes must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexReverseV2", Restrictions = "the axes must be constant")]
internal sealed class ReverseV2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        long[] axes = [.. op.RequireInts(1, "the axes").Select(axis => (long)op.Axis(axis, rank)).Distinct()];
        if (axes.Length == 0 || rank == 0)
        {
            op.RawResult(0, op.Raw(0));
            return;
        }

        op.RawResult(0, op.Emit.Slice(op.Raw(0), Filled(-1), Filled(long.MinValue), axes, Filled(-1)));

        long[] Filled(long value) => [.. Enumerable.Repeat(value, axes.Length)];
    }
}
