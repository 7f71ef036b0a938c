using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The 2^bits numbers that lie evenly between two ends, moved by less than a step so that 0 is one of them, as TensorFlow defines it; one grid for each channel, or one for all.</summary>
internal sealed record FakeQuantGrid(float[] Low, float[] High, float[] Step)
{
    /// <param name="op">The operator.</param>
    /// <param name="min">The lower ends.</param>
    /// <param name="max">The upper ends.</param>
    /// <param name="bits">The number of bits.</param>
    /// <param name="isNarrow">Whether one number less than that is used.</param>
    internal static FakeQuantGrid Of(OpContext op, ReadOnlySpan<float> min, ReadOnlySpan<float> max, long bits, bool isNarrow)
    {
        float first = isNarrow ? 1 : 0;
        float last = bits is >= 2 and <= 16 ? (1L << (int)bits) - 1 : throw op.NotSupported($"has {bits} bits; 2 to 16 are possible");
        if (min.Length != max.Length)
            throw op.NotSupported($"has {min.Length} lower and {max.Length} upper ends");
        var grid = new FakeQuantGrid(new float[min.Length], new float[min.Length], new float[min.Length]);
        for (int i = 0; i < min.Length; i++)
        {
            if (!(min[i] < max[i]))
                throw op.NotSupported($"lies between {min[i]} and {max[i]}; a range of positive length is needed");
            float step = (max[i] - min[i]) / (last - first);
            float zero = Math.Clamp(MathF.Round(first - (min[i] / step), MidpointRounding.AwayFromZero), first, last);
            (grid.Low[i], grid.High[i], grid.Step[i]) = ((first - zero) * step, (last - zero) * step, step);
        }

        return grid;
    }

    /// <summary>The nearest number of the grid for each element; halves are rounded up, which QuantizeLinear does not do.</summary>
    internal Value Nearest(Emitter emit, Value x)
    {
        Value low = Const(Low);
        Value limited = Low.Length == 1 ? emit.Clip(x, Low[0], High[0]) : emit.Min(emit.Max(x, low), Const(High));
        Value steps = emit.Mul(emit.Sub(limited, low), Const([.. Step.Select(step => 1 / step)]));
        Value nearest = emit.Unary("Floor", emit.Add(steps, emit.Const(0.5f)));
        return emit.Add(emit.Mul(nearest, Const(Step)), low);

        Value Const(float[] values) => values.Length == 1 ? emit.Const(values[0]) : emit.Const(TensorData.Vector<float>(values));
    }
}
