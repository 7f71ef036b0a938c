using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>CategoryMapper: strings to integers, or back.</summary>
[Defines("CategoryMapper", Domains.MachineLearning)]
internal sealed class CategoryMapperOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, Other(c.Type(0)), c.Shape(0));

    /// <summary>What the elements of a type are mapped to.</summary>
    internal static ElementType Other(ElementType type) => type switch
    {
        ElementType.String => ElementType.Int64,
        ElementType.Int64 => ElementType.String,
        _ => ElementType.Undefined,
    };
}

/// <summary>LabelEncoder: each element mapped to another one. From version 2 on the attributes with values say of which type.</summary>
[Defines("LabelEncoder", Domains.MachineLearning)]
internal sealed class LabelEncoderOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Opset < 2 ? CategoryMapperOperator.Other(c.Type(0)) : ValueType(c), c.Shape(0));

    private static ElementType ValueType(InferenceCall c)
    {
        if (c.HasAttribute("values_floats"))
            return ElementType.Float;
        if (c.HasAttribute("values_int64s"))
            return ElementType.Int64;
        if (c.HasAttribute("values_strings"))
            return ElementType.String;
        return c.Attribute("values_tensor", AttributeKind.Tensor)?.Tensor.ElementType ?? ElementType.Undefined;
    }
}
