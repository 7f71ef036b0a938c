using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQUEEZE → Squeeze. Without squeeze_dims, every dimension of size 1 goes.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Squeeze)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSqueeze")]
internal sealed class SqueezeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        long[] axes = [.. op.Node.Attributes.Ints("squeeze_dims").Select(axis => (long)op.Axis(axis, rank)).Distinct()];
        if (axes.Length == 0)
            axes = [.. Enumerable.Range(0, rank).Where(axis => op.Size(0, axis) == 1).Select(axis => (long)axis)];
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, op.Emit.Squeeze(op.Complex(0), axes));
        else
            op.RawResult(0, op.Emit.Squeeze(op.Raw(0), axes));
    }
}
