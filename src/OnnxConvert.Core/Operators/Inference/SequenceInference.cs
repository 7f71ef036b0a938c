using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Sequences and optionals.</summary>
internal static class SequenceInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(SequenceConstruct, "SequenceConstruct");
        table.Add(static c => c.Set(0, new SequenceType(new TensorType(c.ElementTypeOf("dtype", ElementType.Float)))), "SequenceEmpty");
        table.Add(static c => c.Set(0, (c.TypeOf(0) as SequenceType)?.Item), "SequenceAt");
        table.Add(static c => c.Set(0, c.TypeOf(0)), "SequenceErase");
        table.Add(SequenceInsert, "SequenceInsert");
        table.Add(static c => c.Set(0, ElementType.Int64, Shape.Scalar), "SequenceLength");
        table.Add(SplitToSequence, "SplitToSequence");
        table.Add(ConcatFromSequence, "ConcatFromSequence");
        table.Add(Optional, "Optional");
        table.Add(static c => c.Set(0, ElementType.Bool, Shape.Scalar), "OptionalHasElement");
        table.Add(static c => c.Set(0, c.TypeOf(0) is OptionalType optional ? optional.Item : c.TypeOf(0)), "OptionalGetElement");
    }

    private static void SequenceConstruct(InferenceContext c)
    {
        OnnxType? item = c.TypeOf(0);
        for (int i = 1; i < c.InputCount; i++)
            item = Dims.Union(item, c.TypeOf(i));
        if (item is not null)
            c.Set(0, new SequenceType(item));
    }

    private static void SequenceInsert(InferenceContext c)
    {
        if (c.TypeOf(0) is not SequenceType { Item: { } item } || c.TypeOf(1) is not { } added)
            return;
        // A sequence without a known item shape says nothing of what is in it.
        c.Set(0, new SequenceType(Dims.Union(item, added) ?? new TensorType(c.Type(1))));
    }

    private static void SplitToSequence(InferenceContext c)
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

    private static void ConcatFromSequence(InferenceContext c)
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

    private static void Optional(InferenceContext c)
    {
        OnnxType? item = c.TypeOf(0) ?? c.Attribute("type", AttributeKind.Type)?.Type;
        if (item is not null)
            c.Set(0, new OptionalType(item));
    }
}
