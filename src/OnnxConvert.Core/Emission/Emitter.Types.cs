using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>The type in which to compute an operator, which is <paramref name="type"/> itself where there is a kernel for it.</summary>
    private ElementType Computed(string opType, ElementType type)
    {
        if (_kernels.Supports(opType, type, Opset))
            return type;
        foreach (ElementType wider in Wider(type))
        {
            if (_kernels.Supports(opType, wider, Opset))
                return wider;
        }

        return type;
    }

    private static ElementType[] Wider(ElementType type) => type switch
    {
        ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16 or ElementType.Bool => [ElementType.Int32, ElementType.Float],
        ElementType.Int32 => [ElementType.Int64, ElementType.Double, ElementType.Float],
        ElementType.UInt32 => [ElementType.Int64, ElementType.Double],
        ElementType.Int64 or ElementType.UInt64 => [ElementType.Int64, ElementType.Double],
        ElementType.Float16 or ElementType.BFloat16 => [ElementType.Float],
        ElementType.Double => [ElementType.Float],
        _ => [],
    };
}
