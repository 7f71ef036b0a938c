using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The extremes of TFLite's segments start from the lowest or highest number and take what compares as larger or smaller, which NaN never does; ONNX's keep it.</summary>
internal static class PassingNaN
{
    /// <summary>The numbers of which ONNX's extreme is TFLite's.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="x">The elements.</param>
    /// <param name="ofLargest">Whether the largest is taken.</param>
    internal static Value Before(Emitter emit, Value x, bool ofLargest)
    {
        if (x.ElementType is not (ElementType.Float or ElementType.Double))
            return x;
        double last = x.ElementType == ElementType.Float ? float.MaxValue : double.MaxValue;
        return emit.Where(emit.Node("IsNaN", [x]), emit.Const(ofLargest ? -last : last, x.ElementType), x);
    }
}
