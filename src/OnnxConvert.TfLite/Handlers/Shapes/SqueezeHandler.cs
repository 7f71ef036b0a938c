using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQUEEZE → Squeeze. Without squeeze_dims, every dimension of size 1 goes.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Squeeze)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSqueeze")]
internal sealed class SqueezeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, op.Emit.Squeeze(op.Complex(0), Axes(op) ?? throw op.NotSupported("the sizes must be known", op.Input(0))));
        else if (Axes(op) is { } axes)
            op.RawResult(0, op.Emit.Squeeze(op.Raw(0), axes));
        else
            op.RawResult(0, op.Emit.SqueezeAll(op.Raw(0)));
    }

    /// <summary>The axes that go, or null where that shows only when the model runs.</summary>
    private static long[]? Axes(OpContext op)
    {
        long[] given = [.. op.Node.Attributes.Ints("squeeze_dims").Distinct()];
        if (given.Length > 0)
        {
            // Squeeze itself counts from the back since opset 11.
            bool isKnown = op.Shape(0) is not null || (op.Opset < 11 && given.Any(axis => axis < 0));
            return isKnown ? [.. given.Select(axis => (long)op.Axis(axis, op.Rank(0))).Distinct()] : given;
        }

        return op.Sizes(0) is { } sizes ? [.. Enumerable.Range(0, sizes.Length).Where(axis => sizes[axis] == 1).Select(axis => (long)axis)] : null;
    }
}
