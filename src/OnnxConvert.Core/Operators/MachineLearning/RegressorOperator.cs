using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>Real values for each example, [N, targets].</summary>
internal abstract class RegressorOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ResultType(c), new Shape(Examples.Count(c.Shape(0)), Targets(c)));

    private protected virtual ElementType ResultType(InferenceCall c) => ElementType.Float;

    private protected abstract Dimension Targets(InferenceCall c);
}

/// <summary>TreeEnsembleRegressor: by decision trees.</summary>
[Defines("TreeEnsembleRegressor", Domains.MachineLearning)]
internal sealed class TreeEnsembleRegressorOperator : RegressorOperator
{
    private protected override Dimension Targets(InferenceCall c) => Dims.Of(c.Int("n_targets", -1));
}

/// <summary>TreeEnsemble: by decision trees, in the type of the examples.</summary>
[Defines("TreeEnsemble", Domains.MachineLearning)]
internal sealed class TreeEnsembleOperator : RegressorOperator
{
    private protected override ElementType ResultType(InferenceCall c) => c.Type(0);

    private protected override Dimension Targets(InferenceCall c) => Dims.Of(c.Int("n_targets", -1));
}

/// <summary>LinearRegressor: by weighted sums.</summary>
[Defines("LinearRegressor", Domains.MachineLearning)]
internal sealed class LinearRegressorOperator : RegressorOperator
{
    private protected override Dimension Targets(InferenceCall c) => Dims.Of(c.Int("targets", 1));
}

/// <summary>SVMRegressor: by support vectors.</summary>
[Defines("SVMRegressor", Domains.MachineLearning)]
internal sealed class SVMRegressorOperator : RegressorOperator
{
    private protected override Dimension Targets(InferenceCall c) => 1;
}
