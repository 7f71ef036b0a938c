using OnnxConvert.Converting;
using OnnxConvert.Emission;
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
        if ((op.ConstantInts(0) ?? op.Output(0).Shape?.ToSizes()) is not { } outputSizes || op.Sizes(2) is null)
            return ApplyComputed(op, x, w, dimensions);
        (Window window, long[] outputPadding) = op.TransposedWindow(outputSizes, dimensions);
        Value? bias = op.Bias(3, 2, 1);
        if (outputPadding.Zip(window.Strides).All(pair => pair.First < pair.Second))
            return op.Emit.ConvTranspose(x, w, bias, window, outputPadding);
        // ONNX wants the extension to be smaller than the stride; what lies further out is the bias alone.
        Value y = op.Emit.Pad(op.Emit.ConvTranspose(x, w, null, window, []), new long[2 + dimensions.Length], [0, 0, .. outputPadding]);
        return bias is null ? y : op.Emit.Add(y, AlongChannels(op, bias, dimensions.Length));
    }

    /// <summary>The full result, extended and cut to a computed output shape.</summary>
    private static Value ApplyComputed(OpContext op, Value x, Value w, string dimensions)
    {
        Emitter emit = op.Emit;
        int rank = dimensions.Length;
        Value full = emit.ConvTranspose(x, w, null, op.FullWindow(dimensions), []);
        Value wanted = emit.Slice(emit.Cast(op.Declared(0), ElementType.Int64), [1], [rank + 1], [0]);
        Value surplus = emit.Sub(emit.Slice(emit.Shape(full), [2], [rank + 2], [0]), wanted);
        Value none = emit.Ints(new long[rank]);
        Value missing = emit.Max(emit.Sub(none, surplus), none);
        Value extended = emit.Pad(full, emit.Concat([emit.Ints(new long[rank + 4]), missing], 0));
        Value before = op.PadsSame() ? emit.Div(emit.Max(surplus, none), emit.Const(2L)) : none;
        Value y = emit.Slice(extended, before, emit.Add(before, wanted), emit.Ints([.. Enumerable.Range(2, rank).Select(axis => (long)axis)]));
        return op.Bias(3, 2, 1) is { } bias ? emit.Add(y, AlongChannels(op, bias, rank)) : y;
    }

    private static Value AlongChannels(OpContext op, Value bias, int rank) =>
        op.Emit.Reshape(bias, [1, -1, .. Enumerable.Repeat(1L, rank)]);
}
