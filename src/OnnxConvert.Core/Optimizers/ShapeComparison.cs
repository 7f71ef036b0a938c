using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>What is certain about two shapes.</summary>
internal static class ShapeComparison
{
    /// <summary>Whether the sizes are equal whenever the model runs; equal symbols stand for equal sizes, unknown dimensions for anything.</summary>
    internal static bool AreSame(Shape? a, Shape? b) => a is not null && a.Equals(b) && !a.Any(dimension => dimension.IsUnknown);

    /// <summary>Whether broadcasting <paramref name="operand"/> against <paramref name="shape"/> certainly gives <paramref name="shape"/>.</summary>
    internal static bool BroadcastsInto(Shape? operand, Shape? shape)
    {
        if (operand is null || operand.Rank > (shape?.Rank ?? 0))
            return false;
        for (int i = 1; i <= operand.Rank; i++)
        {
            Dimension own = operand[operand.Rank - i];
            if (own.Size != 1 && (own.IsUnknown || own != shape![shape.Rank - i]))
                return false;
        }

        return true;
    }
}
