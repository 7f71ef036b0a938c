using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>The second input of a Reshape.</summary>
internal static class ReshapeTarget
{
    /// <summary>
    /// Sizes that reshape a tensor of one shape to another one: numbers where they are known, 0 (the size of the input at that place)
    /// where the two share a symbol, and -1 for one more dimension. Null where that is not enough.
    /// </summary>
    internal static long[]? Of(Shape? source, Shape? target)
    {
        if (target is null)
            return null;
        var sizes = new long[target.Rank];
        int unknown = target.Count(dimension => !dimension.IsStatic);
        for (int i = 0; i < sizes.Length; i++)
        {
            // A size of 0 would read as a copy of the input's.
            if (target[i].Size is { } size)
                sizes[i] = size;
            else if (unknown > 1 && source is not null && i < source.Rank && target[i].Symbol is not null && source[i] == target[i])
                (sizes[i], unknown) = (0, unknown - 1);
            else
                sizes[i] = -1;
        }

        bool hasEmpty = target.Any(dimension => dimension.Size == 0);
        return !hasEmpty && sizes.Count(size => size == -1) <= 1 ? sizes : null;
    }
}
