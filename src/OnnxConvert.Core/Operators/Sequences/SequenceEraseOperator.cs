using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceErase: a sequence without one of its items.</summary>
[Defines("SequenceErase")]
internal sealed class SequenceEraseOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.TypeOf(0));
}
