using System.Runtime.InteropServices;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>
/// Cast between numeric types. Floats become integers by truncation, limited to the type's range (ONNX leaves open what
/// happens outside); integers become narrower integers by their low bits; everything but 0 is true.
/// </summary>
internal static class CastEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        var to = (ElementType)context.Attributes.Int("to");
        if (data.ElementType == to)
            return data;
        if (data.ElementType == ElementType.Float16 && to == ElementType.Float)
            return Widen(data);
        // How a float is rounded to so few bits differs between runtimes.
        if (data.ElementType.IsFloat() && to.IsSubByte())
            return null;
        return data.ElementType.IsFloat()
            ? Elements.Write(Elements.Read<double>(data), to, data.Dims.AsSpan())
            : Elements.Write(Elements.Read<Int128>(data), to, data.Dims.AsSpan());
    }

    /// <summary>Whole weights come this way, so that no intermediate copy is made.</summary>
    private static TensorData Widen(TensorData data)
    {
        var bytes = new byte[checked((int)data.ElementCount * sizeof(float))];
        ReadOnlySpan<Half> source = data.AsSpan<Half>();
        Span<float> target = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (int i = 0; i < target.Length; i++)
            target[i] = (float)source[i];
        return TensorData.FromBytes(ElementType.Float, data.Dims.AsSpan(), bytes);
    }
}
