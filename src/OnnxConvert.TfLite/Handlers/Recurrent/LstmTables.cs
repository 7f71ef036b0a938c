using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary><see cref="FixedPointFunctions"/> as tables of all of int16, which all cells of a model share.</summary>
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

    private static Value LookUp(OpContext op, Emitter emit, Value x, string name, Func<short, short> function)
    {
        Value table = op.Emit.Const(op.Shared($"{nameof(LstmTables)}.{name}", () => Table(function)), name);
        return emit.Cast(emit.Gather(table, emit.Cast(x, ElementType.Int32), 0), ElementType.Float);
    }

    /// <summary>Negative numbers stand at the end, where negative indices find them.</summary>
    private static TensorData Table(Func<short, short> function)
    {
        var values = new short[1 << 16];
        for (int i = 0; i < values.Length; i++)
            values[i] = function(unchecked((short)i));
        return TensorData.Vector<short>(values);
    }
}
