using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What the operators that get a list say about the shape of its items, where the one that makes it leaves that open.</summary>
internal static class ItemShapes
{
    /// <param name="list">The source tensor of the list.</param>
    /// <param name="rank">The rank of the items, where it is known.</param>
    /// <param name="graphs">The model's graphs.</param>
    /// <returns>The first shape that is static, else the first one of known rank; null where there is none.</returns>
    internal static Shape? Of(Value list, int? rank, IReadOnlyList<Graph> graphs)
    {
        List<Shape> found = [.. Shapes(list, graphs).Where(shape => rank is null || shape.Rank == rank)];
        // TFLite does not tell a scalar from a tensor of any rank, so others count first.
        return found.Find(shape => shape.IsStatic && shape.Rank > 0) ?? found.Find(shape => shape.Rank > 0) ?? found.FirstOrDefault();
    }

    private static IEnumerable<Shape> Shapes(Value list, IReadOnlyList<Graph> graphs)
    {
        var seen = new HashSet<Value> { list };
        var open = new Queue<Value>(seen);
        while (open.TryDequeue(out Value? value))
        {
            foreach ((Node node, int input) in value.Uses)
            {
                if (Item(node, input) is { } shape)
                    yield return shape;
            }

            foreach (Value next in Holders(value, graphs).Where(seen.Add))
                open.Enqueue(next);
        }
    }

    private static Shape? Item(Node node, int input) => (TensorListNames.Of(node), input) switch
    {
        ("TensorListSetItem", 0) => node.Input(2)?.Shape,
        ("TensorListPushBack", 0) => node.Input(1)?.Shape,
        ("TensorListGetItem", 0) => node.Outputs[0].Shape,
        ("TensorListPopBack", 0) => node.Outputs[1].Shape,
        ("TensorListStack" or "TensorListGather", 0) => node.Outputs[0].Shape is { Rank: > 0 } stacked ? new Shape(stacked.Skip(1)) : null,
        _ => null,
    };

    /// <summary>The tensors that hold the list, or one with the same items, behind the operators that read a tensor.</summary>
    private static IEnumerable<Value> Holders(Value value, IReadOnlyList<Graph> graphs)
    {
        foreach ((Node node, int input) in value.Uses)
        {
            if (input == 0 && node.Outputs.Count > 0 && TensorListNames.Of(node) is "TensorListSetItem" or "TensorListPushBack" or "TensorListPopBack" or "TensorListResize" or "Identity")
                yield return node.Outputs[0];
            foreach ((Graph graph, int shift) in Called(node, graphs))
            {
                if (input - shift >= 0 && input - shift < graph.Inputs.Count)
                    yield return graph.Inputs[input - shift];
            }
        }

        foreach (Node caller in graphs.SelectMany(graph => graph.Nodes).Where(node => Called(node, graphs).Any(call => ReferenceEquals(call.Graph, value.Graph))))
        {
            for (int i = 0; i < caller.Outputs.Count && i < value.Graph.Outputs.Count; i++)
            {
                if (ReferenceEquals(value.Graph.Outputs[i], value))
                    yield return caller.Outputs[i];
            }
        }
    }

    private static IEnumerable<(Graph Graph, int Shift)> Called(Node node, IReadOnlyList<Graph> graphs)
    {
        if (node.Domain != TfLiteOps.Domain)
            return [];
        (string[] options, int shift) = node.OpType switch
        {
            TfLiteOps.While or TfLiteOps.StableHloWhile => (new[] { "body_subgraph_index" }, 0),
            TfLiteOps.If => (["then_subgraph_index", "else_subgraph_index"], 1),
            TfLiteOps.Call => (["subgraph"], 0),
            _ => ([], 0),
        };
        return options.Select(option => node.Attributes.Int(option)).Where(index => index >= 0 && index < graphs.Count).Select(index => (graphs[(int)index], shift));
    }
}
