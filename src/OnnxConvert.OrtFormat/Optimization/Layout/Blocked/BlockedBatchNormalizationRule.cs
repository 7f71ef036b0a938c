using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>BatchNormalization of blocks by constants, as a convolution of each channel with one number.</summary>
internal sealed class BlockedBatchNormalizationRule : IBlockedRule
{
    public bool IsFor(Node node) => node.Is("BatchNormalization") && node.Attributes.Int("spatial", 1) == 1 && node.Attributes.Int("training_mode") == 0;

    public bool Apply(Node node, BlockedGraph graph)
    {
        if (graph.Find(node.Inputs[0]) is not { } input || node.Outputs.Skip(1).Any(output => !output.IsUnused))
            return false;
        List<TensorData> parameters = [.. node.Inputs.Skip(1).Select(parameter => parameter?.Constant).OfType<TensorData>()];
        if (parameters.Count != 4 || parameters.Exists(parameter => parameter is not { Rank: 1, ElementType: ElementType.Float } || parameter.Dims[0] != input.Channels))
            return false;

        float[] scale = graph.Fill(parameters[0]), bias = graph.Fill(parameters[1]), mean = graph.Fill(parameters[2]), variance = graph.Fill(parameters[3]);
        float epsilon = node.Attributes.Float("epsilon", 1e-5f);
        for (int i = 0; i < input.Channels; i++)
        {
            scale[i] /= MathF.Sqrt(variance[i] + epsilon);
            bias[i] -= mean[i] * scale[i];
        }

        string name = node.Outputs[0].Name;
        Value weights = graph.Graph.AddInitializer($"{name}_scale", TensorData.Create<float>(scale, scale.Length, 1, 1, 1));
        Node conv = graph.Add(node, "Conv", BlockedGraph.Domain, input.Blocks, weights, graph.Graph.AddInitializer($"{name}_bias", TensorData.Vector<float>(bias)));
        conv.Attributes.Set(new NodeAttribute("group", (long)scale.Length));
        graph.Replace(node, conv, input.Channels, input.Sizes);
        return true;
    }
}
