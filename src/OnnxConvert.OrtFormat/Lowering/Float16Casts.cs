using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>
/// Float16 → float32 around operators that have no CPU kernel for float16. ONNX Runtime puts such casts in when it loads an ONNX model,
/// and not when it loads one in the ORT format. Between two of these operators the value stays float32, as there, and likewise where
/// the model itself casts a float32 value to float16 for one of them.
/// </summary>
internal static class Float16Casts
{
    public static void Insert(Model model, NameScope names)
    {
        long opset = model.OpsetImports.GetValueOrDefault("", 1);
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            Insert(graph, opset, names);
    }

    private static void Insert(Graph graph, long opset, NameScope names)
    {
        // The float32 form of a float16 value.
        var wide = new Dictionary<Value, Value>();
        var narrowed = new List<Value>();
        foreach (Node node in graph.Nodes)
        {
            if (node.Is("Cast") && node.Inputs[0] is { } source && wide.TryGetValue(source, out Value? exact))
            {
                node.SetInput(0, exact);
                continue;
            }

            if (!Float16Kernels.IsMissing(node, opset))
                continue;
            for (int i = 0; i < node.Inputs.Count; i++)
            {
                if (node.Inputs[i] is { ElementType: ElementType.Float16 } input)
                    node.SetInput(i, Wide(graph, node, input, wide, names));
            }

            foreach (Value output in node.Outputs)
            {
                if (output.ElementType == ElementType.Float16)
                    narrowed.Add(Narrow(graph, node, output, wide, names));
            }
        }

        foreach (Value value in narrowed.Where(v => v.IsUnused))
            graph.Remove(value.Producer!);
        foreach (Node cast in graph.Nodes.Where(n => n.Is("Cast") && n.Outputs[0].IsUnused).ToArray())
            graph.Remove(cast);
    }

    private static Value Wide(Graph graph, Node reader, Value value, Dictionary<Value, Value> wide, NameScope names)
    {
        if (wide.TryGetValue(value, out Value? result))
            return result;
        if (value.Producer is { } producer && producer.Is("Cast") && producer.Inputs[0] is { ElementType: ElementType.Float } exact && ReferenceEquals(producer.Graph, graph))
        {
            wide[value] = result = exact;
        }
        else
        {
            Node cast = Cast(graph.InsertBefore(reader, "Cast", [value]), ElementType.Float, names);
            wide[value] = result = cast.AddOutput(names.Unique(value.Name + "_float"), new TensorType(ElementType.Float, value.Shape));
        }

        return result;
    }

    /// <summary>Makes an output float32, and gives its readers what they knew.</summary>
    private static Value Narrow(Graph graph, Node node, Value output, Dictionary<Value, Value> wide, NameScope names)
    {
        string name = output.Name;
        var type = (TensorType)output.Type!;
        Node cast = Cast(graph.InsertAfter(node, "Cast", []), ElementType.Float16, names);
        Value result = cast.AddOutput("", type);
        Graph.ReplaceAllUses(output, result);
        cast.AddInput(output);
        output.Type = type with { ElementType = ElementType.Float };
        output.Name = names.Unique(name + "_float");
        result.Name = name;
        wide[result] = output;
        return result;
    }

    private static Node Cast(Node cast, ElementType to, NameScope names)
    {
        cast.Name = names.Unique("Cast");
        cast.Attributes.Set(new NodeAttribute("to", (long)to));
        return cast;
    }
}
