using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators that make tensors from parameters.</summary>
internal static class GeneratorInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(Constant, "Constant");
        table.Add(ConstantOfShape, "ConstantOfShape");
        table.Add(Range, "Range");
        table.Add(static c => c.Set(0, c.ElementTypeOf("dtype", ElementType.Float), c.Ints("shape") is { } s ? new Shape(s.Select(d => Dims.Of(d))) : null), "RandomNormal", "RandomUniform");
        table.Add(static c => c.Set(0, c.ElementTypeOf("dtype", c.Type(0)), c.Shape(0)), "RandomNormalLike", "RandomUniformLike", "Bernoulli", "EyeLike");
        table.Add(Multinomial, "Multinomial");
        table.Add(Window, "HannWindow", "HammingWindow", "BlackmanWindow");
        table.Add(MelWeightMatrix, "MelWeightMatrix");
    }

    private static void Constant(InferenceContext c)
    {
        foreach (NodeAttribute attribute in c.Node.Attributes)
        {
            if (attribute.ReferenceTo is not null)
                continue;
            OnnxType? type = (attribute.Name, attribute.Kind) switch
            {
                ("value", AttributeKind.Tensor) => attribute.Tensor.Type,
                ("sparse_value", AttributeKind.SparseTensor) => new TensorType(attribute.SparseTensor.Values.ElementType, Shape.Of(attribute.SparseTensor.Dims.AsSpan())),
                ("value_float", _) => new TensorType(ElementType.Float, Shape.Scalar),
                ("value_int", _) => new TensorType(ElementType.Int64, Shape.Scalar),
                ("value_string", _) => new TensorType(ElementType.String, Shape.Scalar),
                ("value_floats", AttributeKind.Floats) => new TensorType(ElementType.Float, Shape.Of(attribute.Floats.Length)),
                ("value_ints", AttributeKind.Ints) => new TensorType(ElementType.Int64, Shape.Of(attribute.Ints.Length)),
                ("value_strings", AttributeKind.Strings) => new TensorType(ElementType.String, Shape.Of(attribute.Strings.Length)),
                _ => null,
            };
            if (type is not null)
                c.Set(0, type);
        }
    }

    private static void ConstantOfShape(InferenceContext c)
    {
        ElementType type = c.Attribute("value", AttributeKind.Tensor)?.Tensor.ElementType ?? ElementType.Float;
        Shape? shape = c.Data(0) is { } sizes ? new Shape(sizes.Select(s => s.ToDimension()))
            : c.Shape(0) is { Rank: 1 } own && own[0].Size is <= 64 and { } rank ? Dims.OfRank((int)rank) : null;
        c.Set(0, type, shape);
    }

    private static void Range(InferenceContext c)
    {
        Dimension count = Dimension.Unknown;
        if (c.ConstantNumbers(0) is [var start] && c.ConstantNumbers(1) is [var limit] && c.ConstantNumbers(2) is [var delta] && delta != 0)
        {
            double steps = Math.Ceiling((limit - start) / delta);
            count = steps is >= 0 and < int.MaxValue ? (long)steps : steps < 0 ? 0 : Dimension.Unknown;
        }

        c.Set(0, c.Type(0), new Shape(count));
    }

    private static void Multinomial(InferenceContext c) =>
        c.Set(0, c.ElementTypeOf("dtype", ElementType.Int32), new Shape(c.Shape(0) is { Rank: 2 } x ? x[0] : Dimension.Unknown, Dims.Of(c.Int("sample_size", 1))));

    private static void Window(InferenceContext c) =>
        c.Set(0, c.ElementTypeOf("output_datatype", ElementType.Float), new Shape(c.Data(0) is [var size] ? size.ToDimension() : Dimension.Unknown));

    private static void MelWeightMatrix(InferenceContext c)
    {
        Dimension bins = c.Data(0) is [var count] ? count.ToDimension() : Dimension.Unknown;
        Dimension spectrum = c.Data(1) is [{ Number: { } length }] ? Dims.Of((length / 2) + 1) : Dimension.Unknown;
        c.Set(0, c.ElementTypeOf("output_datatype", ElementType.Float), new Shape(spectrum, bins));
    }
}
