using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Casts and quantization: the shape stays, the element type changes.</summary>
internal static class TypeConversionInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(Cast, "Cast", "BitCast");
        table.Add(static c => c.Set(0, c.Type(1), c.Shape(0)), "CastLike");
        table.Add(QuantizeLinear, "QuantizeLinear");
        table.Add(DequantizeLinear, "DequantizeLinear");
        table.Add(DynamicQuantizeLinear, "DynamicQuantizeLinear");
    }

    private static void Cast(InferenceContext c)
    {
        // Up to opset 5 the attribute is the type's name.
        ElementType type = c.Opset < 6 ? ElementType.Undefined : c.ElementTypeOf("to", ElementType.Undefined);
        c.Set(0, type, c.Shape(0));
    }

    // The zero point decides the type; without one the attribute does, and uint8 is the default.
    private static void QuantizeLinear(InferenceContext c) =>
        c.Set(0, c.Has(2) ? c.Type(2) : c.ElementTypeOf("output_dtype", ElementType.UInt8), c.Shape(0));

    private static void DequantizeLinear(InferenceContext c) =>
        c.Set(0, c.ElementTypeOf("output_dtype", c.Opset < 19 ? ElementType.Float : c.Type(1)), c.Shape(0));

    private static void DynamicQuantizeLinear(InferenceContext c)
    {
        c.Set(0, ElementType.UInt8, c.Shape(0));
        c.Set(1, ElementType.Float, Shape.Scalar);
        c.Set(2, ElementType.UInt8, Shape.Scalar);
    }
}
