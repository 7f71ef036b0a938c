using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>Binarizer and Imputer: each feature for itself.</summary>
[Defines("Binarizer", Domains.MachineLearning), Defines("Imputer", Domains.MachineLearning)]
internal sealed class FeatureOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}

/// <summary>Scaler and Normalizer: reals of the shape of the examples.</summary>
[Defines("Scaler", Domains.MachineLearning), Defines("Normalizer", Domains.MachineLearning)]
internal sealed class ScaledFeatureOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Float, c.Shape(0));
}

/// <summary>ArrayFeatureExtractor: elements along the last dimension; those of a vector are one row.</summary>
[Defines("ArrayFeatureExtractor", Domains.MachineLearning)]
internal sealed class ArrayFeatureExtractorOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c)
    {
        Dimension count = c.Shape(1) is { } indices ? Dims.Product(indices) : Dimension.Unknown;
        c.Set(0, c.Type(0), c.Shape(0) switch
        {
            { Rank: 1 } => new Shape(1, count),
            { Rank: > 1 } x => x.With(x.Rank - 1, count),
            _ => null,
        });
    }
}

/// <summary>FeatureVectorizer: the features of several matrices side by side, as many of each as an attribute says.</summary>
[Defines("FeatureVectorizer", Domains.MachineLearning)]
internal sealed class FeatureVectorizerOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension features = c.Ints("inputdimensions") is { Length: > 0 } given && given.Length == c.InputCount ? Dims.Of(given.Sum()) : Dimension.Unknown;
        c.Set(0, ElementType.Float, new Shape(Examples.Count(c.Shape(0)), features));
    }
}

/// <summary>OneHotEncoder: for each element a vector with 1 at its category.</summary>
[Defines("OneHotEncoder", Domains.MachineLearning)]
internal sealed class OneHotEncoderOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        int categories = Math.Max(Examples.Integers(c, "cats_int64s"), Examples.Strings(c, "cats_strings"));
        c.Set(0, ElementType.Float, c.Shape(0) is { } x && categories > 0 ? new Shape([.. x, categories]) : null);
    }
}
