using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What a comparator sorts by that compares elements of one tensor.</summary>
/// <param name="Tensor">The tensor, by number.</param>
/// <param name="IsDescending">Whether the largest element comes first.</param>
internal sealed record SortKey(int Tensor, bool IsDescending)
{
    private const long FloatTotalOrder = 2;

    /// <summary>Reads a comparator: its inputs are two elements of each tensor, and it is a single comparison of such a pair.</summary>
    /// <returns>Null when it is anything else.</returns>
    internal static SortKey? Of(Graph comparator)
    {
        if (comparator.NodeCount != 1 || comparator.Outputs is not [{ Producer: { Domain: TfLiteOps.Domain, Inputs: [{ } a, { } b] } node }])
            return null;
        int first = IndexOf(comparator, a);
        int second = IndexOf(comparator, b);
        if (first < 0 || second < 0 || first == second || first / 2 != second / 2 || IsGreater(node) is not { } isGreater)
            return null;
        return new SortKey(first / 2, isGreater != (first > second));
    }

    /// <summary>Whether the comparison holds when its first input is the greater one; null when it is neither that nor the opposite.</summary>
    private static bool? IsGreater(Node node) => node.OpType switch
    {
        TfLiteOps.Greater => true,
        TfLiteOps.Less => false,
        TfLiteOps.StableHloCompare when node.Attributes.Int("compare_type") != FloatTotalOrder => node.Attributes.Int("comparison_direction") switch
        {
            3 => true,
            5 => false,
            _ => null,
        },
        _ => null,
    };

    private static int IndexOf(Graph graph, Value value)
    {
        for (int i = 0; i < graph.Inputs.Count; i++)
        {
            if (graph.Inputs[i] == value)
                return i;
        }

        return -1;
    }
}
