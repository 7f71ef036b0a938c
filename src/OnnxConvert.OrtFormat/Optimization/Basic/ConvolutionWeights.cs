using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Changes the constant weights and bias of a convolution.</summary>
internal static class ConvolutionWeights
{
    /// <summary>Whether weights and, where there is one, bias of a Conv are float constants.</summary>
    internal static bool AreConstant(Node conv) =>
        conv.Inputs[1]?.Constant is { ElementType: ElementType.Float, Rank: >= 3 } && (conv.Input(2) is null || conv.Input(2)!.Constant is { ElementType: ElementType.Float, Rank: 1 });

    internal static int Channels(Node conv) => (int)conv.Inputs[1]!.Constant!.Dims[0];

    /// <summary>Makes of each output channel y what <paramref name="scale"/>·y + <paramref name="offset"/> is; null stands for 1 and 0.</summary>
    internal static void Transform(Node conv, float[]? scale, float[]? offset)
    {
        Graph graph = conv.Graph!;
        TensorData weights = conv.Inputs[1]!.Constant!;
        int channels = Channels(conv);
        if (scale is not null)
        {
            float[] scaled = weights.AsSpan<float>().ToArray();
            int inner = scaled.Length / Math.Max(channels, 1);
            for (int i = 0; i < scaled.Length; i++)
                scaled[i] *= scale[i / inner];
            conv.SetInput(1, graph.AddInitializer(conv.Inputs[1]!.Name, TensorData.Create<float>(scaled, weights.Dims.AsSpan())));
        }

        if (conv.Input(2) is null && offset is null)
            return;
        float[] bias = conv.Input(2)?.Constant!.AsSpan<float>().ToArray() ?? new float[channels];
        for (int i = 0; i < channels; i++)
            bias[i] = (bias[i] * (scale?[i] ?? 1)) + (offset?[i] ?? 0);
        while (conv.Inputs.Count < 3)
            conv.AddInput(null);
        conv.SetInput(2, graph.AddInitializer($"{conv.Name}_bias", TensorData.Vector<float>(bias)));
    }

    /// <summary>A constant as one number for each output channel, or null when it is not laid out along the channels alone.</summary>
    internal static float[]? PerChannel(Node conv, Value? value, bool allowsSingle)
    {
        if (value?.Constant is not { ElementType: ElementType.Float } data)
            return null;
        int rank = conv.Inputs[1]!.Constant!.Rank, channels = Channels(conv);
        if (allowsSingle && data.Rank == 0)
            return [.. Enumerable.Repeat(data.AsSpan<float>()[0], channels)];
        int axis = data.Rank - rank + 1;
        return axis is 0 or 1 && data.Dims[axis] == channels && data.ElementCount == channels ? data.AsSpan<float>().ToArray() : null;
    }
}
