using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FAKE_QUANT → Clip, and Floor of steps: each element becomes the nearest of 2^num_bits numbers that lie evenly between min and max.</summary>
/// <remarks>Halves are rounded up, which QuantizeLinear does not do.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FakeQuant)]
internal sealed class FakeQuantHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        (float low, float high, float step) = Grid(op);
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        Value steps = emit.Mul(emit.Sub(emit.Clip(x, low, high), emit.Const(low)), emit.Const(1 / step));
        Value nearest = emit.Unary("Floor", emit.Add(steps, emit.Const(0.5f)));
        op.Result(0, emit.Add(emit.Mul(nearest, emit.Const(step)), emit.Const(low)));
    }

    /// <summary>The ends of the range, moved by less than a step so that 0 lies on the grid, as TensorFlow defines it.</summary>
    private static (float Low, float High, float Step) Grid(OpContext op)
    {
        float first = op.Flag("narrow_range") ? 1 : 0;
        long bits = op.Int("num_bits");
        float min = op.Float("min");
        float max = op.Float("max");
        if (bits is < 2 or > 16 || !(min < max))
            throw op.NotSupported($"{bits} bits between {min} and {max}; it must be 2 to 16 bits, and a range of positive length");
        float last = (1L << (int)bits) - 1;
        float step = (max - min) / (last - first);
        float zero = Math.Clamp(MathF.Round(first - (min / step), MidpointRounding.AwayFromZero), first, last);
        return ((first - zero) * step, (last - zero) * step, step);
    }
}
