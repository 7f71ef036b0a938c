using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Text;

/// <summary>StringConcat: strings joined in pairs.</summary>
[Defines("StringConcat")]
internal sealed class StringConcatOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.String, Dims.Broadcast(c, c.Shape(0), c.Shape(1)));
}
