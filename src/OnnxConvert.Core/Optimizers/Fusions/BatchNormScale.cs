using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Fusions;

/// <summary>What a BatchNormalization with constant parameters does to each channel.</summary>
public static class BatchNormScale
{
    /// <summary>Factor and summand of each channel; null where a parameter is no float constant of so many channels, or more than the normalized value is read.</summary>
    /// <param name="norm">A BatchNormalization.</param>
    /// <param name="channels">The number of channels.</param>
    public static (float[] Scale, float[] Offset)? Read(Node norm, long channels)
    {
        ArgumentNullException.ThrowIfNull(norm);
        if (norm.Outputs.Skip(1).Any(output => output.Name.Length > 0 || !output.IsUnused) || norm.Attributes.Int("training_mode") != 0)
            return null;
        var parameters = new float[4][];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (norm.Inputs[i + 1]?.Constant is not { ElementType: ElementType.Float, Rank: 1 } data || data.ElementCount != channels)
                return null;
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

        return (scale, offset);
    }
}
