using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Checks the indices by which control flow refers to subgraphs: they exist, and none leads back to where it is.</summary>
internal static class SubgraphReferences
{
    private static readonly string[] IndexAttributes =
    [
        "then_subgraph_index", "else_subgraph_index", "cond_subgraph_index", "body_subgraph_index", "init_subgraph_index",
        "update_computation_subgraph_index", "comparator_subgraph_index", "decomposition_subgraph_index",
    ];

    /// <exception cref="InvalidModelException">An index leads nowhere, or a subgraph runs itself.</exception>
    public static void Check(IReadOnlyList<Graph> subgraphs)
    {
        var references = new int[subgraphs.Count][];
        for (int i = 0; i < references.Length; i++)
            references[i] = [.. subgraphs[i].Nodes.SelectMany(n => Of(n, subgraphs.Count)).Distinct()];
        CheckRecursion(references);
    }

    /// <summary>The subgraphs that a node runs.</summary>
    private static IEnumerable<int> Of(Node node, int count)
    {
        if (node.Domain != TfLiteOps.Domain || node.Attributes.Count == 0)
            yield break;

        var indices = IndexAttributes.Select(a => node.Attributes.Find(a)).OfType<NodeAttribute>().Select(a => a.Int)
            .Concat(node.Attributes.Ints("branch_subgraph_indices"));
        if (node.OpType == TfLiteOps.Call && node.Attributes.TryGet("subgraph", out var called))
            indices = indices.Append(called.Int);
        foreach (long index in indices)
        {
            if (index < 0 || index >= count)
                throw new InvalidModelException($"Node {node} refers to subgraph {index}; the model has {count} subgraphs.");
            yield return (int)index;
        }
    }

    // Depth first with a stack of our own: a chain of references may be as long as the file.
    private static void CheckRecursion(int[][] references)
    {
        var state = new byte[references.Length];
        var stack = new Stack<(int Subgraph, int Next)>();
        for (int root = 0; root < references.Length; root++)
        {
            if (state[root] == 0)
                stack.Push((root, 0));
            while (stack.TryPop(out var top))
            {
                state[top.Subgraph] = 1;
                if (top.Next == references[top.Subgraph].Length)
                {
                    state[top.Subgraph] = 2;
                    continue;
                }

                int target = references[top.Subgraph][top.Next];
                stack.Push((top.Subgraph, top.Next + 1));
                if (state[target] == 1)
                    throw new InvalidModelException($"Subgraph {target} runs itself, through an operator of subgraph {top.Subgraph}.");
                if (state[target] == 0)
                    stack.Push((target, 0));
            }
        }
    }
}
