using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>
/// Add, Sum and Mul of blocks. A sum of two becomes part of a convolution before it; where the shapes may differ, sums are taken
/// on the blocks' true shape of five dimensions.
/// </summary>
internal sealed class BlockedSumRule : IBlockedRule
{
    private const int SumInput = 3;

    public bool IsFor(Node node) => node.Domain.Length == 0 && node.OpType is "Add" or "Sum" or "Mul";

    public bool Apply(Node node, BlockedGraph graph)
    {
        List<BlockedValue> inputs = [.. node.Inputs.Select(graph.Find).OfType<BlockedValue>()];
        if (inputs.Count == 0 || inputs.Count != node.Inputs.Count || inputs.Exists(input => input.Channels != inputs[0].Channels))
            return false;
        bool isSum = node.OpType != "Mul";
        if (!inputs.TrueForAll(input => BlockedSizes.AreEqual(inputs[0], input)))
        {
            if (!isSum)
                return false;
            Broadcast(node, inputs, graph);
        }
        else if (!isSum || inputs.Count != 2 || !Merge(node, inputs, graph))
        {
            graph.Replace(node, graph.Add(node, node.OpType, "", inputs.Select(input => input.Blocks)), inputs[0].Channels, inputs[0].Sizes);
        }

        return true;
    }

    private static bool Merge(Node node, List<BlockedValue> inputs, BlockedGraph graph)
    {
        int index = inputs.FindIndex(input => input.IsOpenConvolution() && input.Producer.Inputs.Count <= SumInput);
        if (index < 0)
            return false;
        Node conv = inputs[index].Producer;
        while (conv.Inputs.Count < SumInput)
            conv.AddInput(null);
        conv.AddInput(inputs[1 - index].Blocks);
        graph.Merge(node, inputs[index]);
        return true;
    }

    private static void Broadcast(Node node, List<BlockedValue> inputs, BlockedGraph graph)
    {
        Value split = graph.Graph.AddInitializer("split_channels", TensorData.Vector<long>(0, -1, 0, 0, graph.BlockSize));
        Value join = graph.Graph.AddInitializer("join_channels", TensorData.Vector<long>(0, -1, 0, 0));
        List<Value> operands = [.. inputs.Select(input => Reshape(input.Blocks, split))];
        Value sum = graph.Add(node, node.OpType, "", operands).AddOutput($"{node.Outputs[0].Name}_split", new TensorType(ElementType.Float, null));
        graph.Replace(node, graph.Add(node, "Reshape", "", sum, join), inputs[0].Channels, BlockedSizes.Of(node.Outputs[0]));

        Value Reshape(Value blocks, Value shape) => graph.Add(node, "Reshape", "", blocks, shape).AddOutput($"{blocks.Name}_split", new TensorType(ElementType.Float, null));
    }
}
