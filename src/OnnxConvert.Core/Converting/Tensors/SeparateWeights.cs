using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>
/// Lets each reader of int8 weights have its own zero point, and its own weights where these are small. On processors without
/// VNNI, ONNX Runtime's exact mode (session.x64quantprecision) turns both into uint8, each by name, and fails on a name that
/// comes twice.
/// </summary>
internal static class SeparateWeights
{
    /// <summary>Larger weights stay shared; a copy would be felt in the size of the file.</summary>
    private const long MaxBytes = 64 * 1024;

    internal static void Apply(Graph main)
    {
        foreach (Graph graph in main.SelfAndSubgraphs())
        {
            foreach (Node node in graph.Nodes)
            {
                if (node.Is("DequantizeLinear") && node.Inputs[0]!.Constant is { ElementType: ElementType.Int8 } weights)
                    Separate(graph, node, weights);
            }
        }
    }

    private static void Separate(Graph graph, Node node, TensorData weights)
    {
        if (node.Inputs[0] is { Uses.Count: > 1 } shared && weights.ByteLength <= MaxBytes)
            node.SetInput(0, Copy(graph, shared));
        Value real = node.Outputs[0];
        while (weights.ByteLength <= MaxBytes && real.Uses.Count > 1)
        {
            Use use = real.Uses[^1];
            Node copy = graph.InsertAfter(node, node.OpType, [Copy(graph, node.Inputs[0]!), .. node.Inputs.Skip(1)]);
            foreach (NodeAttribute attribute in node.Attributes)
                copy.Attributes.Set(attribute);
            use.Node.SetInput(use.InputIndex, copy.AddOutput(real.Name, real.Type));
        }

        if (node.Input(2) is { Uses.Count: > 1 } zeroPoint && zeroPoint.IsConstant)
            node.SetInput(2, Copy(graph, zeroPoint));
    }

    private static Value Copy(Graph graph, Value constant) => graph.AddInitializer(constant.Name, constant.Constant!);
}
