using System.Text;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite;

/// <summary>A FlexBuffer map: the options of a custom operator by name.</summary>
public sealed class FlexMap
{
    private readonly FlexValue _values;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly long _keys;
    private readonly int _keyWidth;

    internal FlexMap(FlexValue values, ReadOnlyMemory<byte> bytes, long keys, int keyWidth)
    {
        _values = values;
        _bytes = bytes;
        _keys = keys;
        _keyWidth = keyWidth;
        Count = values.Count;
    }

    /// <summary>A map without values.</summary>
    public static FlexMap Empty { get; } = new(default, default, 0, 1);

    /// <summary>The number of values.</summary>
    public int Count { get; }

    /// <summary>The names, in the order of the map.</summary>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public IEnumerable<string> Names
    {
        get
        {
            for (int i = 0; i < Count; i++)
                yield return Encoding.UTF8.GetString(Key(i));
        }
    }

    /// <summary>Reads a FlexBuffer whose root is a map.</summary>
    /// <param name="bytes">The whole buffer; it is not copied. Empty bytes are a map without values.</param>
    /// <exception cref="InvalidModelException">The bytes are no FlexBuffer, or its root is no map.</exception>
    public static FlexMap Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Empty;
        var root = FlexValue.Parse(bytes);
        return root.TryGetMap(out var map) ? map : throw new InvalidModelException($"The FlexBuffer's root is a {root.Type}, not a map.");
    }

    /// <summary>The value with a name.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when the map has no such name.</returns>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGet(string name, out FlexValue value)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        for (int i = 0; i < Count; i++)
        {
            if (!Key(i).SequenceEqual(wanted))
                continue;
            value = _values[i];
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The integer with a name; see <see cref="FlexValue.TryGetInt"/>.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The integer.</param>
    /// <returns>False when the map has no such name, or its value is no number.</returns>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetInt(string name, out long value)
    {
        value = 0;
        return TryGet(name, out var found) && found.TryGetInt(out value);
    }

    /// <summary>The floating-point number with a name; see <see cref="FlexValue.TryGetFloat"/>.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when the map has no such name, or its value is no number.</returns>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetFloat(string name, out double value)
    {
        value = 0;
        return TryGet(name, out var found) && found.TryGetFloat(out value);
    }

    /// <summary>The bool with a name; see <see cref="FlexValue.TryGetBool"/>.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The bool.</param>
    /// <returns>False when the map has no such name, or its value is neither bool nor number.</returns>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetBool(string name, out bool value)
    {
        value = false;
        return TryGet(name, out var found) && found.TryGetBool(out value);
    }

    /// <summary>The string with a name; see <see cref="FlexValue.TryGetString"/>.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The text; empty when there is none.</param>
    /// <returns>False when the map has no such name, or its value is no string.</returns>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetString(string name, out string value)
    {
        value = "";
        return TryGet(name, out var found) && found.TryGetString(out value);
    }

    private ReadOnlySpan<byte> Key(int index) =>
        FlexBytes.Key(_bytes.Span, FlexBytes.Follow(_bytes.Span, _keys + ((long)index * _keyWidth), _keyWidth));
}
