using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Schema;

/// <summary>Puts the fields of an options table into a node's attributes. Vectors and strings that are absent leave none.</summary>
internal readonly struct OptionAttributes(NodeAttributes attributes)
{
    public void Int(string name, long value) => attributes.Set(new NodeAttribute(name, value));

    public void Float(string name, float value) => attributes.Set(new NodeAttribute(name, value));

    public void String(string name, string? value)
    {
        if (value is not null)
            attributes.Set(new NodeAttribute(name, value));
    }

    public void Bytes(string name, byte[]? value)
    {
        if (value is not null)
            attributes.Set(new NodeAttribute(name, (ReadOnlyMemory<byte>)value));
    }

    public void Floats(string name, float[]? values)
    {
        if (values is not null)
            attributes.Set(new NodeAttribute(name, ImmutableCollectionsMarshal.AsImmutableArray(values)));
    }

    public void Ints(string name, long[]? values)
    {
        if (values is not null)
            attributes.Set(new NodeAttribute(name, ImmutableCollectionsMarshal.AsImmutableArray(values)));
    }

    public void Ints(string name, int[]? values) => Ints(name, Convert(values, v => v));

    public void Ints(string name, bool[]? values) => Ints(name, Convert(values, v => v ? 1L : 0L));

    public void Ints(string name, StablehloPrecisionConfig[]? values) => Ints(name, Convert(values, v => (long)v));

    private static long[]? Convert<T>(T[]? values, Converter<T, long> convert) => values is null ? null : Array.ConvertAll(values, convert);
}
