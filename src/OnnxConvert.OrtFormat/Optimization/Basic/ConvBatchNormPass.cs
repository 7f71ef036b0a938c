using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Conv → BatchNormalization → Conv, all constants of float; nobody else reads the convolution, and nothing but the normalized value is read. (ConvBNFusion)</summary>
internal sealed class ConvBatchNormPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Conv") || Neighbours.OnlyReader(node) is not { } norm || !norm.Is("BatchNormalization") || !ReferenceEquals(norm.Inputs[0], node.Outputs[0])
            || !ConvolutionWeights.AreConstant(node) || norm.Outputs.Skip(1).Any(output => output.Name.Length > 0 || !output.IsUnused) || norm.Attributes.Int("training_mode") != 0)
        {
            return false;
        }

        int channels = ConvolutionWeights.Channels(node);
        var parameters = new float[4][];
        for (int i = 0; i < 4; i++)
        {
            if (norm.Inputs[i + 1]?.Constant is not { ElementType: ElementType.Float, Rank: 1 } data || data.ElementCount != channels)
                return false;
            parameters[i] = data.AsSpan<float>().ToArray();
        }

        float epsilon = norm.Attributes.Float("epsilon", 1e-5f);
        var scale = new float[channels];
        var offset = new float[channels];
        for (int i = 0; i < channels; i++)
        {
            scale[i] = parameters[0][i] / MathF.Sqrt(parameters[3][i] + epsilon);
            offset[i] = parameters[1][i] - (parameters[2][i] * scale[i]);
        }

        ConvolutionWeights.Transform(node, scale, offset);
        return Absorb(node, norm);
    }

    /// <summary>Lets the convolution take the place of the node behind it.</summary>
    internal static bool Absorb(Node conv, Node next)
    {
        string name = next.Outputs[0].Name;
        Graph.ReplaceAllUses(next.Outputs[0], conv.Outputs[0]);
        conv.Outputs[0].Name = name;
        Fusion.RemoveUnread(next);
        return true;
    }
}
