using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>ConcatFromSequence: the items of a sequence joined, along an axis of theirs or a new one.</summary>
[Defines("ConcatFromSequence")]
internal sealed class ConcatFromSequenceOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.TypeOf(0) is not SequenceType { Item: TensorType item })
            return;
        Shape? shape = null;
        if (item.Shape is { } part)
        {
            bool isNew = c.Int("new_axis", 0) != 0;
            int axis = c.Axis(c.Int("axis", 0), part.Rank + (isNew ? 1 : 0));
            shape = isNew ? new Shape([.. part.Take(axis), Dimension.Unknown, .. part.Skip(axis)]) : part.With(axis, Dimension.Unknown);
        }

        c.Set(0, item.ElementType, shape);
    }
}
