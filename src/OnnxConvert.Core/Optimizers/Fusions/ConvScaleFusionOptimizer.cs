using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Fusions;

/// <summary>
/// Conv → Mul(per channel) → Conv with scaled weights and bias; Conv → Add(per channel) → Conv with another bias: what batch
/// normalization leaves behind. Float constants only; the convolution's result must have no other reader.
/// </summary>
[Optimizer(After = typeof(PadFusionOptimizer))]
internal sealed class ConvScaleFusionOptimizer : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                if (node.Is("Mul") || node.Is("Add") || node.Is("Sub"))
                    changed |= Fuse(node, graph);
            }
        }

        return changed;
    }

    private static bool Fuse(Node node, Graph graph)
    {
        int constant = node.Inputs[1]?.Constant is not null ? 1 : 0;
        if (node.Is("Sub") && constant == 0)
            return false;
        if (node.Inputs[constant]?.Constant is not { ElementType: ElementType.Float } factor
            || node.Inputs[1 - constant] is not { IsGraphOutput: false, Uses.Count: 1, Producer: { } conv } result
            || !conv.Is("Conv") || !ReferenceEquals(conv.Graph, graph)
            || conv.Inputs[1]?.Constant is not { ElementType: ElementType.Float } weights
            || (conv.Input(2) is { } input && input.Constant is not { ElementType: ElementType.Float }))
        {
            return false;
        }

        int channels = (int)weights.Dims[0];
        if (result.Shape?.Rank != weights.Rank || PerChannel(factor, weights.Rank, channels) is not { } values)
            return false;
        float[] bias = conv.Input(2)?.Constant is { } old ? old.AsSpan<float>().ToArray() : new float[channels];
        if (node.Is("Mul"))
        {
            conv.SetInput(1, graph.AddInitializer(conv.Inputs[1]!.Name, Scale(weights, values)));
            for (int c = 0; c < channels; c++)
                bias[c] *= values[c];
        }
        else
        {
            for (int c = 0; c < channels; c++)
                bias[c] += node.Is("Sub") ? -values[c] : values[c];
        }

        while (conv.Inputs.Count < 3)
            conv.AddInput(null);
        conv.SetInput(2, graph.AddInitializer($"{conv.Outputs[0].Name}_bias", TensorData.Vector<float>(bias)));
        Graph.ReplaceAllUses(node.Outputs[0], conv.Outputs[0]);
        return true;
    }

    /// <summary>The constant as one value for each channel of (N, C, spatial...), or null when it varies along another dimension.</summary>
    private static float[]? PerChannel(TensorData factor, int rank, int channels)
    {
        if (factor.ElementCount == 1 && factor.Rank <= rank)
            return [.. Enumerable.Repeat(factor.AsSpan<float>()[0], channels)];
        int channelAxis = factor.Rank - rank + 1;
        if (factor.Rank > rank || channelAxis < 0 || factor.ElementCount != channels || factor.Dims[channelAxis] != channels)
            return null;
        return factor.AsSpan<float>().ToArray();
    }

    private static TensorData Scale(TensorData weights, float[] factors)
    {
        float[] scaled = weights.AsSpan<float>().ToArray();
        int inner = scaled.Length / Math.Max(factors.Length, 1);
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] *= factors[i / inner];
        return TensorData.Create<float>(scaled, weights.Dims.AsSpan());
    }
}
