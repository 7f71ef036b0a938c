using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SplitToSequence: the parts of a tensor along an axis.</summary>
[Defines("SplitToSequence")]
internal sealed class SplitToSequenceOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Type(0) == ElementType.Undefined)
            return;
        Shape? shape = null;
        if (c.Shape(0) is { } x)
        {
            int axis = c.Axis(c.Int("axis", 0), x.Rank);
            bool drops = !c.Has(1) && c.Int("keepdims", 1) == 0;
            Dimension part = !c.Has(1) ? 1 : c.Constant(1) is [var size] && x[axis].Size % Math.Max(size, 1) == 0 && c.Shape(1)?.Rank == 0 ? Dims.Of(size) : Dimension.Unknown;
            shape = drops ? new Shape(x.Where((_, i) => i != axis)) : x.With(axis, part);
        }

        c.Set(0, new SequenceType(new TensorType(c.Type(0), shape)));
    }
}
