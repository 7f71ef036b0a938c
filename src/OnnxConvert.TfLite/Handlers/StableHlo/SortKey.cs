using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What a comparator sorts by that compares a number of one place with the same number of another place.</summary>
/// <param name="Tensor">The tensor whose elements are compared as they are, or null where the number is computed.</param>
/// <param name="Number">The number within the comparator.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
/// <param name="IsTotalOrder">Whether -0 comes before 0, and NaN behind everything.</param>
internal sealed record SortKey(int? Tensor, Value Number, bool IsDescending, bool IsTotalOrder)
{
    private const long FloatTotalOrder = 2;

    /// <summary>Reads a comparator: its inputs are the elements of each tensor at two places.</summary>
    /// <returns>Null when it does anything else than such a comparison.</returns>
    internal static SortKey? Of(Graph comparator)
    {
        if (comparator.Outputs is not [{ Producer: { Domain: TfLiteOps.Domain, Inputs: [{ } a, { } b] } node }] || IsGreater(node) is not { } isGreater)
            return null;
        var symmetry = new SortSymmetry(comparator);
        if (!symmetry.AreMirrored(a, b) || symmetry.Place is not { } place)
            return null;
        bool isTotalOrder = node.OpType == TfLiteOps.StableHloCompare && node.Attributes.Int("compare_type") == FloatTotalOrder;
        return new SortKey(symmetry.IndexOf(a) / 2, a, isGreater != (place == 1), isTotalOrder);
    }

    /// <summary>Whether the comparison holds when its first input is the greater one; null when it is neither that nor the opposite.</summary>
    private static bool? IsGreater(Node node) => (node.OpType, node.Attributes.Int("comparison_direction")) switch
    {
        (TfLiteOps.Greater, _) or (TfLiteOps.StableHloCompare, 3) => true,
        (TfLiteOps.Less, _) or (TfLiteOps.StableHloCompare, 5) => false,
        _ => null,
    };
}
