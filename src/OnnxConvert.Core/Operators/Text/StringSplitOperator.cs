using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Text;

/// <summary>StringSplit: the parts of strings, and their numbers.</summary>
[Defines("StringSplit")]
internal sealed class StringSplitOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        c.Set(0, ElementType.String, c.Shape(0) is { } x ? new Shape([.. x, Dimension.Unknown]) : null);
        c.Set(1, ElementType.Int64, c.Shape(0));
    }
}
