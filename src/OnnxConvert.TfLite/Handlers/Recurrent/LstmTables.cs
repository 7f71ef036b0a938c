using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Functions of int16 as tables of all its values, which all cells of a model share: <see cref="FixedPointFunctions"/>, and real ones.</summary>
internal static class LstmTables
{
    /// <summary>The sigmoid, in units of 2^-15.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="emit">Writes the nodes, maybe inside the operator's graph.</param>
    /// <param name="x">Whole numbers of int16 held as float; units of 2^-12.</param>
    internal static Value Sigmoid(OpContext op, Emitter emit, Value x) => LookUp(op, emit, x, "sigmoid", FixedPointFunctions.Sigmoid);

    /// <summary>The hyperbolic tangent, in units of 2^-15, of numbers in units of 2^(<paramref name="integerBits"/> - 15).</summary>
    internal static Value Tanh(OpContext op, Emitter emit, Value x, int integerBits) =>
        LookUp(op, emit, x, $"tanh_{integerBits}", value => FixedPointFunctions.Tanh(value, integerBits));

    /// <summary>The real sigmoid cut off to units of 2^-15, for kernels that compute it in float.</summary>
    internal static Value RealSigmoid(OpContext op, Emitter emit, Value x) =>
        LookUp(op, emit, x, "real_sigmoid", value => Cut(1 / (1 + MathF.Exp(-MathF.ScaleB(value, -12)))));

    /// <summary>The real hyperbolic tangent cut off to units of 2^-15, of numbers in units of 2^(<paramref name="integerBits"/> - 15).</summary>
    internal static Value RealTanh(OpContext op, Emitter emit, Value x, int integerBits) =>
        LookUp(op, emit, x, $"real_tanh_{integerBits}", value => Cut(MathF.Tanh(MathF.ScaleB(value, integerBits - 15))));

    private static short Cut(float value) => (short)Math.Clamp((int)MathF.ScaleB(value, 15), short.MinValue, short.MaxValue);

    private static Value LookUp(OpContext op, Emitter emit, Value x, string name, Func<short, short> function)
    {
        TensorData table = op.Shared($"{nameof(LstmTables)}.{name}", () => Table(function));
        long limit = table.ElementCount / 2;
        Value place = limit < short.MaxValue ? emit.Clip(x, -limit, limit) : x;
        return emit.Cast(emit.Gather(op.Emit.Const(table, name), emit.Cast(place, ElementType.Int32), 0), ElementType.Float);
    }

    /// <summary>The values up to where they change no more, then those of negative numbers, where negative indices find them.</summary>
    private static TensorData Table(Func<short, short> function)
    {
        short limit = short.MaxValue;
        while (limit > 1 && function((short)(limit - 1)) == function(limit) && function((short)(1 - limit)) == function((short)-limit))
            limit--;
        // The lowest number has no counterpart; where the values still change it gets a place of its own.
        int lowest = limit == short.MaxValue ? short.MinValue : -limit;
        var values = new short[limit + 1 - lowest];
        for (int i = 0; i < values.Length; i++)
            values[i] = function((short)(i <= limit ? i : i - values.Length));
        return TensorData.Vector<short>(values);
    }
}
