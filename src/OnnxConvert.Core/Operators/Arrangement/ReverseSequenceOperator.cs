using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>ReverseSequence: the first elements along one axis in reverse order, as many as each batch item says.</summary>
[Defines("ReverseSequence")]
internal sealed class ReverseSequenceOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
