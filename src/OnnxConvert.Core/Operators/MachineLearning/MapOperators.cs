using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>CastMap: the values of a map as a row, in the type that an attribute names.</summary>
[Defines("CastMap", Domains.MachineLearning)]
internal sealed class CastMapOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        ElementType type = c.String("cast_to", "TO_FLOAT") switch
        {
            "TO_FLOAT" => ElementType.Float,
            "TO_INT64" => ElementType.Int64,
            "TO_STRING" => ElementType.String,
            _ => ElementType.Undefined,
        };
        // A dense map gives as many values as it has.
        c.Set(0, type, new Shape(1, c.String("map_form", "DENSE") == "SPARSE" ? Dims.Of(c.Int("max_map", 1)) : Dimension.Unknown));
    }
}

/// <summary>DictVectorizer: the values of a map as a row, in the order of a vocabulary.</summary>
[Defines("DictVectorizer", Domains.MachineLearning)]
internal sealed class DictVectorizerOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        int words = Math.Max(Examples.Integers(c, "int64_vocabulary"), Examples.Strings(c, "string_vocabulary"));
        ElementType type = c.TypeOf(0) is MapType { Value: TensorType value } ? value.ElementType : ElementType.Undefined;
        c.Set(0, type, new Shape(1, words > 0 ? words : Dimension.Unknown));
    }
}

/// <summary>ZipMap: the scores of each example as a map from labels.</summary>
[Defines("ZipMap", Domains.MachineLearning)]
internal sealed class ZipMapOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        ElementType key = Examples.Strings(c, "classlabels_strings") > 0 ? ElementType.String : ElementType.Int64;
        c.Set(0, new SequenceType(new MapType(key, new TensorType(ElementType.Float))));
    }
}
