using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOCAL_RESPONSE_NORMALIZATION → LRN: x over (bias + alpha times the sum of squares of the channels around)^beta. Input (N, H, W, C).</summary>
/// <remarks>ONNX divides alpha by the number of channels around, TFLite does not. LRN: 1 → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LocalResponseNormalization)]
internal sealed class LocalResponseNormalizationHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Float("alpha") > 0 ? Normalize(op, op.Real(0)) : Compose(op, op.Real(0)));

    private static Value Normalize(OpContext op, Value x)
    {
        long size = (2 * op.Int("radius")) + 1;
        Value y = op.Emit.Unary(
            "LRN",
            op.Emit.ToChannelsFirst(x),
            new NodeAttribute("size", size),
            new NodeAttribute("alpha", op.Float("alpha") * size),
            new NodeAttribute("beta", op.Float("beta")),
            new NodeAttribute("bias", op.Float("bias")));
        return op.Emit.ToChannelsLast(y);
    }

    /// <summary>The definition written out, since ONNX Runtime takes no alpha of 0 or below: the sum over channels is a convolution with ones.</summary>
    private static Value Compose(OpContext op, Value x)
    {
        Emitter emit = op.Emit;
        long radius = op.Int("radius");
        long size = (2 * radius) + 1;
        float[] ones = [.. Enumerable.Repeat(1f, op.TableLength(size, "the window"))];
        var window = new Window([size], [1], [1], [radius, radius]);
        Value squares = emit.Reshape(emit.Mul(x, x), -1, 1, op.Size(0, 3));
        Value sum = emit.Reshape(emit.Conv(squares, emit.Const(TensorData.Create<float>(ones, 1, 1, size)), null, window), emit.Shape(x));
        Value length = emit.Add(emit.Mul(sum, emit.Const(op.Float("alpha"))), emit.Const(op.Float("bias")));
        return emit.Mul(x, emit.Binary("Pow", length, emit.Const(-op.Float("beta"))));
    }
}
