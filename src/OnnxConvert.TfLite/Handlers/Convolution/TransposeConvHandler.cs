using System.Collections.Immutable;
using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TRANSPOSE_CONV → ConvTranspose. Inputs output shape (4), filter (O, kh, kw, I), tensor (N, H, W, I), bias (O).</summary>
/// <remarks>
/// The operator is the gradient of a convolution: its full result, (in - 1) · stride + k, is cut to the output shape. Padding
/// SAME cuts half of the surplus before, the rest behind; a full result that falls short is extended at the end.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.TransposeConv, Restrictions = "input height and width and the output shape must be known")]
internal sealed class TransposeConvHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] outputSizes = op.ConstantInts(0) ?? op.Output(0).Shape?.ToSizes() ?? throw op.NotSupported("the output shape must be known", op.Input(0));
        long[] strides = [op.Int("stride_h"), op.Int("stride_w")];
        var pads = new long[4];
        var outputPadding = new long[2];
        for (int i = 0; i < 2; i++)
        {
            const int Same = 0;
            long surplus = ((op.Size(2, i + 1) - 1) * strides[i]) + op.Size(1, i + 1) - outputSizes[i + 1];
            long before = op.Int("padding") == Same ? Math.Max(surplus, 0) / 2 : 0;
            pads[i] = before;
            pads[i + 2] = Math.Max(surplus - before, 0);
            outputPadding[i] = Math.Max(-surplus, 0);
        }

        Value x = op.Emit.ToChannelsFirst(op.Real(2));
        Value w = op.Weight(1, 3, 0, 1, 2);
        var window = new Window([op.Size(1, 1), op.Size(1, 2)], [.. strides], [1, 1], [.. pads]);
        Value y = Apply(op, x, w, window, strides, outputPadding);
        op.Result(0, op.Emit.ToChannelsLast(y), op.Activation());
    }

    private static Value Apply(OpContext op, Value x, Value w, Window window, long[] strides, long[] outputPadding)
    {
        Value? bias = op.Bias(3, 2, 1);
        if (outputPadding.Zip(strides).All(pair => pair.First < pair.Second))
            return op.Emit.ConvTranspose(x, w, bias, window, outputPadding);
        // ONNX wants the extension to be smaller than the stride; what lies further out is the bias alone.
        Value y = op.Emit.Pad(op.Emit.ConvTranspose(x, w, null, window, []), [0, 0, 0, 0], [0, 0, .. outputPadding]);
        return bias is null ? y : op.Emit.Add(y, op.Emit.Reshape(bias, 1, -1, 1, 1));
    }
}
