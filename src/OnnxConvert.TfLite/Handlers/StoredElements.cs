using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The elements of several inputs that are compared with or picked into one another as they are stored.</summary>
internal static class StoredElements
{
    /// <summary>An input in the form that all of <paramref name="together"/> share: as stored where all are quantized or none is, else in the types of the file; real numbers share a form only where their quantization is one.</summary>
    internal static Value Stored(this OpContext op, int index, params ReadOnlySpan<int> together) =>
        AreAlike(op, together) ? op.Raw(index) : op.Declared(index);

    /// <summary>Sets a result that is made of elements of <paramref name="together"/>.</summary>
    internal static void StoredResult(this OpContext op, int index, Value value, params ReadOnlySpan<int> together)
    {
        if (AreAlike(op, together))
            op.RawResult(index, value);
        else
            op.DeclaredResult(index, value);
    }

    private static bool AreAlike(OpContext op, ReadOnlySpan<int> inputs)
    {
        foreach (int input in inputs)
        {
            if (op.IsQuantized(input) != op.IsQuantized(inputs[0]))
                return false;
            if (op.IsDequantizing && op.IsQuantized(input) && !Equals(op.Input(input).Quantization, op.Input(inputs[0]).Quantization))
                return false;
        }

        return true;
    }
}
