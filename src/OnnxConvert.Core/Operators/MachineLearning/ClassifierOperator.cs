using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>The class of each example, as the label that an attribute gives it, and its scores [N, classes].</summary>
internal abstract class ClassifierOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension count = Examples.Count(c.Shape(0));
        int strings = Examples.Strings(c, "classlabels_strings");
        c.Set(0, strings > 0 ? ElementType.String : ElementType.Int64, new Shape(count));
        c.Set(1, ElementType.Float, new Shape(count, Scores(c, strings > 0 ? strings : Examples.Integers(c, Labels))));
    }

    /// <summary>The attribute with the labels that are integers.</summary>
    private protected virtual string Labels => "classlabels_ints";

    /// <summary>How many scores there are for one example.</summary>
    private protected abstract Dimension Scores(InferenceCall c, int labels);
}

/// <summary>TreeEnsembleClassifier: by decision trees; a score for each label.</summary>
[Defines("TreeEnsembleClassifier", Domains.MachineLearning)]
internal sealed class TreeEnsembleClassifierOperator : ClassifierOperator
{
    private protected override string Labels => "classlabels_int64s";

    private protected override Dimension Scores(InferenceCall c, int labels) => labels > 0 ? labels : Dimension.Unknown;
}

/// <summary>LinearClassifier: by weighted sums; one for two labels gives both scores.</summary>
[Defines("LinearClassifier", Domains.MachineLearning)]
internal sealed class LinearClassifierOperator : ClassifierOperator
{
    private protected override Dimension Scores(InferenceCall c, int labels)
    {
        int sums = Examples.Floats(c, "intercepts");
        return labels > 1 && (sums == labels || (sums == 1 && labels == 2)) ? labels : Dimension.Unknown;
    }
}

/// <summary>SVMClassifier: by support vectors. How many scores there are depends on how they are computed.</summary>
[Defines("SVMClassifier", Domains.MachineLearning)]
internal sealed class SVMClassifierOperator : ClassifierOperator
{
    private protected override Dimension Scores(InferenceCall c, int labels) => Dimension.Unknown;
}
