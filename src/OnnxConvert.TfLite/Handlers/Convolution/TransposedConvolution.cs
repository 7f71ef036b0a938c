using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ConvTranspose to a given output shape, which is input 0; the bias is input 3.</summary>
internal static class TransposedConvolution
{
    /// <param name="op">The operator.</param>
    /// <param name="x">Input 2, channels first.</param>
    /// <param name="w">Input 1 as (I, O, kernel...).</param>
    /// <param name="dimensions">The letters of the spatial dimensions in the names of the options.</param>
    internal static Value Apply(OpContext op, Value x, Value w, string dimensions)
    {
        long[] outputSizes = op.ConstantInts(0) ?? op.Output(0).Shape?.ToSizes() ?? throw op.NotSupported("the output shape must be known", op.Input(0));
        (Window window, long[] outputPadding) = op.TransposedWindow(outputSizes, dimensions);
        Value? bias = op.Bias(3, 2, 1);
        if (outputPadding.Zip(window.Strides).All(pair => pair.First < pair.Second))
            return op.Emit.ConvTranspose(x, w, bias, window, outputPadding);
        // ONNX wants the extension to be smaller than the stride; what lies further out is the bias alone.
        Value y = op.Emit.Pad(op.Emit.ConvTranspose(x, w, null, window, []), new long[2 + dimensions.Length], [0, 0, .. outputPadding]);
        long[] alongChannels = [1, -1, .. Enumerable.Repeat(1L, dimensions.Length)];
        return bias is null ? y : op.Emit.Add(y, op.Emit.Reshape(bias, alongChannels));
    }
}
