using OnnxConvert.Ir;
using OnnxConvert.Evaluation;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>Constant nodes → initializers. The ORT format has no use for the nodes, whatever the level.</summary>
internal static class ConstantNodes
{
    internal static void ToInitializers(Graph main)
    {
        foreach (Graph graph in main.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                if (node.Is("Constant") && Evaluator.TryEvaluate(node, opset: 13, [], out TensorData[] values))
                    Replace(graph, node, values[0]);
            }
        }
    }

    private static void Replace(Graph graph, Node node, TensorData data)
    {
        string name = node.Outputs[0].Name;
        Value constant = graph.AddInitializer(name, data);
        Graph.ReplaceAllUses(node.Outputs[0], constant);
        constant.Name = name;
        graph.Remove(node);
    }
}
