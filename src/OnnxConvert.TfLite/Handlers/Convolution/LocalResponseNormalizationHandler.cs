using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOCAL_RESPONSE_NORMALIZATION → LRN: x over (bias + alpha times the sum of squares of the channels around)^beta. Input (N, H, W, C).</summary>
/// <remarks>ONNX divides alpha by the number of channels around, TFLite does not. LRN: 1 → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LocalResponseNormalization)]
internal sealed class LocalResponseNormalizationHandler : IOpHandler
{
    public void Convert(OpContext op) => Convert(op, op.Int("radius"), op.Float("alpha"), op.Float("beta"), op.Float("bias"));

    /// <summary>Normalizes with options that are given otherwise.</summary>
    internal static void Convert(OpContext op, long radius, float alpha, float beta, float bias) =>
        op.Result(0, alpha > 0 ? Normalize(op, radius, alpha, beta, bias) : Compose(op, radius, alpha, beta, bias));

    private static Value Normalize(OpContext op, long radius, float alpha, float beta, float bias)
    {
        long size = (2 * radius) + 1;
        Value y = op.Emit.Unary(
            "LRN",
            op.Emit.ToChannelsFirst(op.Real(0)),
            new NodeAttribute("size", size),
            new NodeAttribute("alpha", alpha * size),
            new NodeAttribute("beta", beta),
            new NodeAttribute("bias", bias));
        return op.Emit.ToChannelsLast(y);
    }

    /// <summary>The definition written out, since ONNX Runtime takes no alpha of 0 or below: the sum over channels is a convolution with ones.</summary>
    private static Value Compose(OpContext op, long radius, float alpha, float beta, float bias)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        long size = (2 * radius) + 1;
        float[] ones = [.. Enumerable.Repeat(1f, op.TableLength(size, "the window"))];
        var window = new Window([size], [1], [1], [radius, radius]);
        Value squares = emit.Reshape(emit.Mul(x, x), -1, 1, op.Size(0, 3));
        Value sum = emit.Reshape(emit.Conv(squares, emit.Const(TensorData.Create<float>(ones, 1, 1, size)), null, window), emit.Shape(x));
        Value length = emit.Add(emit.Mul(sum, emit.Const(alpha)), emit.Const(bias));
        return emit.Mul(x, emit.Binary("Pow", length, emit.Const(-beta)));
    }
}
