using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceInsert: a sequence with one more item.</summary>
[Defines("SequenceInsert")]
internal sealed class SequenceInsertOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.TypeOf(0) is not SequenceType { Item: { } item } || c.TypeOf(1) is not { } added)
            return;
        // A sequence without a known item shape says nothing of what is in it.
        c.Set(0, new SequenceType(Dims.Union(item, added) ?? new TensorType(c.Type(1))));
    }
}
