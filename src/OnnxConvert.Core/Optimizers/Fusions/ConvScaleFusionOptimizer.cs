using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Fusions;

/// <summary>
/// Conv → Mul(per channel) → Conv with scaled weights and bias; Conv → Add(per channel) → Conv with another bias; both for
/// BatchNormalization. Float constants only; the convolution's result must have no other reader.
/// </summary>
/// <param name="options">What is folded.</param>
public sealed class ConvScaleFusionOptimizer(ConvScaleFusionOptions options) : NodeOptimizer
{
    private readonly ConvScaleFusionOptions _options = options;

    /// <summary>Creates the optimizer with the defaults of its options.</summary>
    public ConvScaleFusionOptimizer()
        : this(new ConvScaleFusionOptions())
    {
    }

    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Domain.Length > 0 || !_options.Operators.Contains(node.OpType) || FindConv(node) is not { } conv || Effect(node, conv) is not var (scale, offset))
            return false;
        Transform(conv, scale, offset);
        Graph.ReplaceAllUses(node.Outputs[0], conv.Outputs[0]);
        return true;
    }

    /// <summary>The convolution of constants whose result the node alone reads, or null.</summary>
    private static Node? FindConv(Node node)
    {
        foreach (Value? input in node.OpType == "BatchNormalization" ? node.Inputs.Take(1) : node.Inputs.Take(2))
        {
            if (input?.Producer is { } conv && conv.Is("Conv") && ReferenceEquals(conv.OnlyReader(), node)
                && conv.Inputs[1]?.Constant is { ElementType: ElementType.Float, Rank: >= 3 } && conv.Input(2) is null or { Constant: { ElementType: ElementType.Float, Rank: 1 } })
            {
                return conv;
            }
        }

        return null;
    }

    /// <summary>What the node does to each channel, null for 1 and 0; null where it is something else.</summary>
    private (float[]? Scale, float[]? Offset)? Effect(Node node, Node conv)
    {
        TensorData weights = conv.Inputs[1]!.Constant!;
        int channels = (int)weights.Dims[0];
        if (node.OpType == "BatchNormalization")
            return BatchNormScale.Read(node, channels) is var (scale, offset) ? (scale, offset) : null;
        bool isFirst = ReferenceEquals(node.Inputs[0], conv.Outputs[0]);
        if (node.Inputs[isFirst ? 1 : 0]?.Constant is not { ElementType: ElementType.Float } constant || PerChannel(constant, weights.Rank, channels, node.OpType == "Mul") is not { } values)
            return null;
        return node.OpType switch
        {
            "Mul" => (values, null),
            "Add" => (null, values),
            "Sub" when isFirst => (null, Array.ConvertAll(values, value => -value)),
            _ => null,
        };
    }

    /// <summary>The constant as one value for each channel of (N, C, spatial...), or null when it varies along another dimension.</summary>
    private float[]? PerChannel(TensorData constant, int rank, int channels, bool isFactor)
    {
        if (constant.ElementCount == 1 && (_options.BroadcastsSingles ? constant.Rank <= rank : isFactor && constant.Rank == 0))
            return [.. Enumerable.Repeat(constant.AsSpan<float>()[0], channels)];
        int channelAxis = constant.Rank - rank + 1;
        return channelAxis is 0 or 1 && constant.ElementCount == channels && constant.Dims[channelAxis] == channels ? constant.AsSpan<float>().ToArray() : null;
    }

    /// <summary>Makes of each output channel y what scale · y + offset is.</summary>
    private static void Transform(Node conv, float[]? scale, float[]? offset)
    {
        Graph graph = conv.Graph!;
        TensorData weights = conv.Inputs[1]!.Constant!;
        if (scale is not null)
            conv.SetInput(1, graph.AddInitializer(conv.Inputs[1]!.Name, Scale(weights, scale)));
        if (conv.Input(2) is null && offset is null)
            return;
        float[] bias = conv.Input(2)?.Constant!.AsSpan<float>().ToArray() ?? new float[weights.Dims[0]];
        for (int i = 0; i < bias.Length; i++)
            bias[i] = (bias[i] * (scale?[i] ?? 1)) + (offset?[i] ?? 0);
        while (conv.Inputs.Count < 3)
            conv.AddInput(null);
        conv.SetInput(2, graph.AddInitializer($"{conv.Outputs[0].Name}_bias", TensorData.Vector<float>(bias)));
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
