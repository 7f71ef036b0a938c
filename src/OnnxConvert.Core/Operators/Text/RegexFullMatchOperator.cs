using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Text;

/// <summary>RegexFullMatch: whether strings match a pattern as a whole.</summary>
[Defines("RegexFullMatch")]
internal sealed class RegexFullMatchOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Bool, c.Shape(0));
}
