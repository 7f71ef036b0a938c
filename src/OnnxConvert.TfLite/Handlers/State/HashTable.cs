using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A table of constant contents; empty until HASHTABLE_IMPORT filled it.</summary>
internal sealed class HashTable
{
    private bool _isFilled;

    /// <summary>Different keys: strings or int64.</summary>
    internal TensorData Keys { get; private set; } = TensorData.Vector<long>();

    /// <summary>What each key stands for.</summary>
    internal TensorData Values { get; private set; } = TensorData.Vector<long>();

    internal long Count => Keys.ElementCount;

    internal static ImmutableArray<ReadOnlyMemory<byte>> StringsOf(TensorData data) => ((StringTensorData)data).Values;

    /// <summary>Fills the table. As in TFLite the first import stays, and so does the first of equal keys.</summary>
    internal void Import(TensorData keys, TensorData values)
    {
        if (_isFilled)
            return;
        var seen = new HashSet<object>();
        int[] kept = [.. Enumerable.Range(0, checked((int)keys.ElementCount)).Where(i => seen.Add(Element(keys, i)))];
        (Keys, Values, _isFilled) = (Pick(keys, kept), Pick(values, kept), true);
    }

    private static object Element(TensorData data, int index) =>
        data.ElementType == ElementType.String ? Convert.ToHexString(StringsOf(data)[index].Span) : data.AsSpan<long>()[index];

    private static TensorData Pick(TensorData data, int[] indices)
    {
        if (data.ElementType == ElementType.String)
            return TensorData.FromStrings([indices.Length], [.. indices.Select(i => StringsOf(data)[i])]);
        long[] values = data.AsSpan<long>().ToArray();
        return TensorData.Vector<long>([.. indices.Select(i => values[i])]);
    }
}
