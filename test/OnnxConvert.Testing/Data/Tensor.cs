using System.Runtime.InteropServices;
using OnnxConvert.Ir;

namespace OnnxConvert.Testing.Data;

/// <summary>A tensor as bytes (little endian, row-major), or as strings where <see cref="Type"/> is String.</summary>
/// <remarks>ONNX Runtime's element type has the numbers of TensorProto.DataType, so it serves for both.</remarks>
public sealed record Tensor(TensorElementType Type, long[] Shape, byte[] Bytes, string[]? Strings = null)
{
    public static Tensor Of<T>(TensorElementType type, long[] shape, ReadOnlySpan<T> values)
        where T : unmanaged => new(type, shape, MemoryMarshal.AsBytes(values).ToArray());

    public static Tensor OfStrings(long[] shape, string[] values) => new(TensorElementType.String, shape, [], values);

    /// <summary>
    /// ONNX Runtime has no complex tensors: real and imaginary part are the last dimension of a real one. The bytes are the same.
    /// </summary>
    public Tensor AsPairs() => new(Elements.RealPartOf(Type), [.. Shape, 2], Bytes);

    /// <summary>The complex tensor of which this is the pairs; this itself where it is none.</summary>
    public Tensor FromPairs(TensorElementType complex) => Elements.IsComplex(complex) && Type == Elements.RealPartOf(complex) && Shape is [.., 2]
        ? new Tensor(complex, Shape[..^1], Bytes)
        : this;

    public int Count => Strings?.Length ?? Bytes.Length / Elements.SizeOf(Type);

    /// <summary>A tensor of numbers or truth values, whose type gives the element type; without sizes a vector.</summary>
    public static Tensor From<T>(ReadOnlySpan<T> values, params long[]? shape)
        where T : unmanaged => Of((TensorElementType)ElementTypes.Of<T>(), shape ?? [values.Length], values);

    /// <summary>The elements as they are stored.</summary>
    public T[] Values<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes).ToArray();

    /// <summary>The elements as numbers, whatever their type.</summary>
    public double[] Numbers() => [.. Enumerable.Range(0, Count).Select(i => Elements.Real(Type, Bytes, i))];

    public override string ToString() => $"{Elements.NameOf(Type)}[{string.Join(',', Shape)}]";
}
