using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>
/// Puts a declared and an inferred type together: of each part the more specific one counts. Where shapes contradict each other, the
/// inferred one does, as in ONNX Runtime: files with wrong shapes are common, and run.
/// </summary>
internal static class TypeMerge
{
    /// <param name="declared">The type that the value has, or null.</param>
    /// <param name="inferred">The type that its node computes, or null.</param>
    /// <param name="contradiction">Raised when both are known and differ.</param>
    public static OnnxType? Merge(OnnxType? declared, OnnxType? inferred, ref TypeContradiction contradiction)
    {
        switch (declared, inferred)
        {
            case (null, _):
                return inferred;
            case (_, null):
                return declared;
            case (TensorType a, TensorType b):
                ElementType element = Merge(a.ElementType, b.ElementType, ref contradiction);
                return new TensorType(element, Merge(a.Shape, b.Shape, ref contradiction));
            case (SparseTensorType a, SparseTensorType b):
                ElementType sparse = Merge(a.ElementType, b.ElementType, ref contradiction);
                return new SparseTensorType(sparse, Merge(a.Shape, b.Shape, ref contradiction));
            case (SequenceType a, SequenceType b):
                return new SequenceType(Merge(a.Item, b.Item, ref contradiction));
            case (OptionalType a, OptionalType b):
                return new OptionalType(Merge(a.Item, b.Item, ref contradiction));
            default:
                if (!declared.Equals(inferred))
                    contradiction = TypeContradiction.ElementType;
                return declared;
        }
    }

    private static ElementType Merge(ElementType declared, ElementType inferred, ref TypeContradiction contradiction)
    {
        if (declared == ElementType.Undefined)
            return inferred;
        if (inferred != ElementType.Undefined && inferred != declared)
            contradiction = TypeContradiction.ElementType;
        return declared;
    }

    private static Shape? Merge(Shape? declared, Shape? inferred, ref TypeContradiction contradiction)
    {
        if (declared is null || inferred is null || declared.Equals(inferred))
            return declared ?? inferred;
        if (declared.Rank != inferred.Rank)
        {
            Raise(ref contradiction);
            return inferred;
        }

        var merged = new Dimension[declared.Rank];
        for (int i = 0; i < merged.Length; i++)
        {
            (Dimension a, Dimension b) = (declared[i], inferred[i]);
            bool differ = a.IsStatic && b.IsStatic && a != b;
            if (differ)
                Raise(ref contradiction);
            merged[i] = differ || a.IsUnknown || (!a.IsStatic && b.IsStatic) ? b : a;
        }

        return new Shape(merged);
    }

    private static void Raise(ref TypeContradiction contradiction) =>
        contradiction = contradiction == TypeContradiction.None ? TypeContradiction.Shape : contradiction;
}

/// <summary>In what a declared type contradicts an inferred one.</summary>
internal enum TypeContradiction
{
    /// <summary>In nothing.</summary>
    None,

    /// <summary>In sizes only.</summary>
    Shape,

    /// <summary>In the type of the elements, or in the kind of value.</summary>
    ElementType,
}
