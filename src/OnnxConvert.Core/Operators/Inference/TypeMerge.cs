using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Puts a declared and an inferred type together: of each part the more specific one counts.</summary>
internal static class TypeMerge
{
    /// <param name="declared">The type that the value has, or null.</param>
    /// <param name="inferred">The type that its node computes, or null.</param>
    /// <param name="contradiction">Set when both are known and differ; the declared part is kept then.</param>
    public static OnnxType? Merge(OnnxType? declared, OnnxType? inferred, ref bool contradiction)
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
                contradiction |= !declared.Equals(inferred);
                return declared;
        }
    }

    private static ElementType Merge(ElementType declared, ElementType inferred, ref bool contradiction)
    {
        if (declared == ElementType.Undefined)
            return inferred;
        contradiction |= inferred != ElementType.Undefined && inferred != declared;
        return declared;
    }

    private static Shape? Merge(Shape? declared, Shape? inferred, ref bool contradiction)
    {
        if (declared is null || inferred is null || declared.Equals(inferred))
            return declared ?? inferred;
        if (declared.Rank != inferred.Rank)
        {
            contradiction = true;
            return declared;
        }

        var merged = new Dimension[declared.Rank];
        for (int i = 0; i < merged.Length; i++)
        {
            (Dimension a, Dimension b) = (declared[i], inferred[i]);
            contradiction |= a.IsStatic && b.IsStatic && a != b;
            merged[i] = a.IsUnknown || (!a.IsStatic && b.IsStatic) ? b : a;
        }

        return new Shape(merged);
    }
}
