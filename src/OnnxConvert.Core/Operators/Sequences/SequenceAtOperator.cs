using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceAt: an item of a sequence.</summary>
[Defines("SequenceAt")]
internal sealed class SequenceAtOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, (c.TypeOf(0) as SequenceType)?.Item);
}
