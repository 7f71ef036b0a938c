using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceEmpty: a sequence without items.</summary>
[Defines("SequenceEmpty")]
internal sealed class SequenceEmptyOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, new SequenceType(new TensorType(c.ElementTypeOf("dtype", ElementType.Float))));
}
