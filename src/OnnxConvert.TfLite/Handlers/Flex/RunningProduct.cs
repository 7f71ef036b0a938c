using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The running product along the first dimension, in a Scan: ONNX has it as an operator only since opset 26.</summary>
internal static class RunningProduct
{
    /// <param name="emit">The emitter.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="exclusive">Whether an element itself is left out of its product.</param>
    /// <param name="reverse">Whether the product runs from the end.</param>
    internal static Value Along(Emitter emit, Value x, bool exclusive, bool reverse)
    {
        Value one = emit.Const(1, x.ElementType);
        int rank = x.Shape?.Rank ?? 1;
        Value start = rank > 1 ? emit.Expand(one, emit.SizesBetween(x, 1, rank)[0]) : one;
        return emit.Scan([start], [x], reverse, (inner, before, elements) =>
        {
            Value product = inner.Mul(before[0], elements[0]);
            return ([product], [exclusive ? before[0] : product]);
        }).Results[0];
    }
}
