using System.Runtime.InteropServices;

namespace OnnxConvert.Conformance.Data;

/// <summary>A tensor as bytes (little endian, row-major), or as strings where <see cref="Type"/> is String.</summary>
/// <remarks>ONNX Runtime's element type has the numbers of TensorProto.DataType, so it serves for both.</remarks>
internal sealed record Tensor(TensorElementType Type, long[] Shape, byte[] Bytes, string[]? Strings = null)
{
    public static Tensor Of<T>(TensorElementType type, long[] shape, ReadOnlySpan<T> values)
        where T : unmanaged => new(type, shape, MemoryMarshal.AsBytes(values).ToArray());

    public static Tensor OfStrings(long[] shape, string[] values) => new(TensorElementType.String, shape, [], values);

    public int Count => Strings?.Length ?? Bytes.Length / Elements.SizeOf(Type);

    public override string ToString() => $"{Elements.NameOf(Type)}[{string.Join(',', Shape)}]";
}
