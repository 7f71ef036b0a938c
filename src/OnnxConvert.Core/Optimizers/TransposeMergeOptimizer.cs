using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Transpose(Transpose(x)) → Transpose(x), or x where the two cancel; Transpose of a constant → a constant; Shape(Transpose(x)) → Gather(Shape(x)).</summary>
public sealed class TransposeMergeOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        node.Is("Transpose") ? Merge(node, graph) : node.Is("Shape") && ReadPastTranspose(node, graph);

    private static bool Merge(Node node, Graph graph)
    {
        Value input = node.Inputs[0]!;
        Value output = node.Outputs[0];
        if (output.IsUnused || node.Attributes.Ints("perm").IsEmpty)
            return false;
        Permutation permutation = LayoutPlan.PermutationOf(node);
        if (input.Constant is { } data)
        {
            // Some runtimes want outputs that a node computes.
            if (output.IsGraphOutput)
                return false;
            Graph.ReplaceAllUses(output, graph.AddInitializer(output.Name, data.Transpose(permutation.Axes)));
            return true;
        }

        if (permutation.IsIdentity)
            return Fusion.Bypass(node, input);

        if (input.Producer is not { } inner || !inner.Is("Transpose") || !ReferenceEquals(inner.Graph, graph) || inner.Attributes.Ints("perm").IsEmpty)
            return false;
        Permutation both = LayoutPlan.PermutationOf(inner).Then(permutation);
        node.SetInput(0, inner.Inputs[0]);
        node.Attributes.Set(new NodeAttribute("perm", [.. both.Axes.ToArray().Select(axis => (long)axis)]));
        if (both.IsIdentity)
            Fusion.Bypass(node, inner.Inputs[0]!);
        return true;
    }

    /// <summary>The shape of a transposed tensor is the permuted shape of the tensor, which does not need the transpose.</summary>
    private static bool ReadPastTranspose(Node node, Graph graph)
    {
        if (node.Inputs[0]?.Producer is not { } transpose || !transpose.Is("Transpose") || node.Attributes.Contains("start") || node.Attributes.Contains("end")
            || transpose.Attributes.Ints("perm").IsEmpty || node.Outputs[0].IsGraphOutput)
        {
            return false;
        }

        node.SetInput(0, transpose.Inputs[0]);
        Value indices = graph.AddInitializer("perm", TensorData.Vector(transpose.Attributes.Ints("perm").AsSpan()));
        Node gather = graph.InsertAfter(node, "Gather", [node.Outputs[0], indices]);
        gather.Attributes.Set(new NodeAttribute("axis", 0L));
        Value permuted = gather.AddOutput($"{node.Outputs[0].Name}_permuted", node.Outputs[0].Type);
        foreach (Use use in node.Outputs[0].Uses.ToArray())
        {
            if (!ReferenceEquals(use.Node, gather))
                use.Node.SetInput(use.InputIndex, permuted);
        }

        return true;
    }
}
