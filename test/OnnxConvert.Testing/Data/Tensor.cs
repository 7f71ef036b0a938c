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
    public Tensor AsPairs() => new(TensorElements.RealPartOf(Type), [.. Shape, 2], Bytes);

    /// <summary>The complex tensor of which this is the pairs; this itself where it is none.</summary>
    public Tensor FromPairs(TensorElementType complex) => TensorElements.IsComplex(complex) && Type == TensorElements.RealPartOf(complex) && Shape is [.., 2]
        ? new Tensor(complex, Shape[..^1], Bytes)
        : this;

    public int Count => Strings?.Length ?? Bytes.Length / TensorElements.SizeOf(Type);

    /// <summary>A tensor whose element type follows from the values.</summary>
    public static Tensor From<T>(ReadOnlySpan<T> values, long[] shape)
        where T : unmanaged => Of((TensorElementType)ElementTypes.Of<T>(), shape, values);

    public static Tensor Vector<T>(params ReadOnlySpan<T> values)
        where T : unmanaged => From(values, [values.Length]);

    public static Tensor Scalar<T>(T value)
        where T : unmanaged => From([value], []);

    /// <summary>The elements as they are stored.</summary>
    public T[] Values<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes).ToArray();

    /// <summary>The elements as numbers, whatever their type.</summary>
    public double[] Numbers() => [.. Enumerable.Range(0, Count).Select(i => TensorElements.Real(Type, Bytes, i))];

    public override string ToString() => $"{TensorElements.NameOf(Type)}[{string.Join(',', Shape)}]";
}
