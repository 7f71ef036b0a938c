using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Gather of one index and Slice of step 1 that together take every element along one axis of a value, each once → Split, with
/// a Squeeze where a Gather drops the axis. From opset 13, by constant indices. (GatherSliceToSplitFusion)
/// </summary>
internal sealed class SplitPass : IOptimizer
{
    /// <summary>A part of the axis that one node takes.</summary>
    private readonly record struct Part(Node Node, long Start, long Length, bool DropsAxis);

    public bool Optimize(OptimizerContext context)
    {
        if (context.Opset < 13)
            return false;
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Value value in Candidates(graph))
                changed |= Apply(value);
        }

        return changed;
    }

    private static List<Value> Candidates(Graph graph) =>
    [
        .. graph.Inputs,
        .. graph.Initializers,
        // Picking sizes out of a shape costs nothing.
        .. graph.Nodes.Where(node => node.OpType != "Shape" && node.Outputs.Count == 1).Select(node => node.Outputs[0]),
    ];

    private static bool Apply(Value value)
    {
        if (value.Uses.Count < 2 || value.Shape is not { Rank: > 0 } shape)
            return false;
        List<Node> readers = [.. Neighbours.UsesInOrder(value).Where(use => use.InputIndex == 0 && (use.Node.Is("Gather") || use.Node.Is("Slice"))).Select(use => use.Node)];
        if (readers.Count < 2 || Axis(readers[0], shape.Rank) is not (>= 0 and var axis) || axis >= shape.Rank || shape[axis].Size is not { } size)
            return false;

        var parts = new List<Part>();
        foreach (Node reader in readers)
        {
            if (Axis(reader, shape.Rank) != axis || PartOf(reader, size) is not { } part)
                return false;
            parts.Add(part);
        }

        parts.Sort((a, b) => a.Start.CompareTo(b.Start));
        long end = 0;
        foreach (Part part in parts)
        {
            if (part.Start != end)
                return false;
            end += part.Length;
        }

        if (end != size)
            return false;
        Replace(value, axis, parts, readers[0]);
        return true;
    }

    private static void Replace(Value value, int axis, List<Part> parts, Node position)
    {
        Graph graph = position.Graph!;
        Value lengths = graph.AddInitializer("splits", TensorData.Vector<long>([.. parts.Select(part => part.Length)]));
        Node split = graph.InsertBefore(position, "Split", [value, lengths]);
        split.Attributes.Set(new NodeAttribute("axis", (long)axis));
        foreach (Part part in parts)
        {
            Value old = part.Node.Outputs[0];
            string name = old.Name;
            Value output = split.AddOutput(part.DropsAxis ? $"{name}_split" : name, new TensorType(value.ElementType, value.Shape!.With(axis, part.Length)));
            if (part.DropsAxis)
            {
                Node squeeze = graph.InsertAfter(split, "Squeeze", [output, graph.AddInitializer("axes", TensorData.Vector<long>(axis))]);
                output = squeeze.AddOutput(name, old.Type);
            }

            Graph.ReplaceAllUses(old, output);
            output.Name = name;
            graph.Remove(part.Node);
        }
    }

    private static int? Axis(Node node, int rank)
    {
        long? axis = node.Is("Gather") ? node.Attributes.Int("axis") : Single(node.Input(3)) is var (value, _) ? value : null;
        return (int?)(axis < 0 ? axis + rank : axis);
    }

    private static Part? PartOf(Node node, long size)
    {
        if (Single(node.Input(1)) is not var (start, rank))
            return null;
        if (start < 0)
            start += size;
        if (node.Is("Gather"))
            return start >= 0 && start < size ? new Part(node, start, 1, rank == 0) : null;
        if (Single(node.Input(2)) is not var (end, _) || (node.Input(4) is { } steps && Single(steps) is not (1, _)))
            return null;
        if (end < 0)
            end += size;
        start = Math.Clamp(start, 0, size);
        end = Math.Clamp(end, 0, size);
        return start < end ? new Part(node, start, end - start, DropsAxis: false) : null;
    }

    private static (long Value, int Rank)? Single(Value? value) =>
        value?.Constant is { ElementType: ElementType.Int64, ElementCount: 1, Rank: <= 1 } data ? (data.AsSpan<long>()[0], data.Rank) : null;
}
