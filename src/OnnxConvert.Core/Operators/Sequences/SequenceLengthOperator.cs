using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceLength: the number of items.</summary>
[Defines("SequenceLength")]
internal sealed class SequenceLengthOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int64, Shape.Scalar);
}
