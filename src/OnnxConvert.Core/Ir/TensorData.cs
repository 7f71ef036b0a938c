using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OnnxConvert.Ir;

/// <summary>
/// The contents of a constant tensor: element type, sizes, and the elements in row-major order, little endian,
/// sub-byte elements packed. Immutable; where the bytes live is up to the derived class, and none of them copies
/// the payload before somebody asks for it.
/// </summary>
public abstract class TensorData
{
    private protected TensorData(ElementType elementType, ReadOnlySpan<long> dims)
    {
        long count = 1;
        foreach (long dim in dims)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dim, nameof(dims));
            count = checked(count * dim);
        }

        ElementType = elementType;
        Dims = [.. dims];
        ElementCount = count;
    }

    /// <summary>The type of the elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>The sizes, outermost first; empty for a scalar.</summary>
    public ImmutableArray<long> Dims { get; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Dims.Length;

    /// <summary>The number of elements.</summary>
    public long ElementCount { get; }

    /// <summary>The length of the payload in bytes; 0 for strings.</summary>
    public long ByteLength => ElementType.ByteLength(ElementCount);

    /// <summary>The type of a value that holds this tensor.</summary>
    public TensorType Type => new(ElementType, Shape.Of(Dims.AsSpan()));

    /// <summary>The whole payload. Free for views, computed once for lazy storages.</summary>
    /// <remarks>
    /// Of a tensor that lies in a mapped file, the memory is valid while the <see cref="Model"/> that owns the file is alive: neither disposed
    /// nor, where nobody disposes it, out of reach. <see cref="Pin"/> gives memory that is valid whatever becomes of the model.
    /// </remarks>
    /// <exception cref="NotSupportedException">The payload exceeds 2 GB; read it through <see cref="CopyTo"/> or <see cref="Pin"/>.</exception>
    /// <exception cref="InvalidOperationException">The elements are strings.</exception>
    /// <exception cref="ObjectDisposedException">The model that owns the file was disposed; thrown here or when the memory's span is asked for.</exception>
    public abstract ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Tensor data over a dense payload, without copying it.</summary>
    /// <exception cref="ArgumentException">The length of the payload is not what type and sizes ask for.</exception>
    public static TensorData FromBytes(ElementType elementType, ReadOnlySpan<long> dims, ReadOnlyMemory<byte> bytes) =>
        new DenseTensorData(elementType, dims, bytes);

    /// <summary>Tensor data at any offset of a mapped file, of any length. The file stays the caller's; a <see cref="Model"/> can own it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tensor does not lie within the file.</exception>
    public static TensorData FromFile(ElementType elementType, ReadOnlySpan<long> dims, MappedFile file, long offset) =>
        new ExternalTensorData(elementType, dims, file.Mapping, offset);

    /// <summary>Tensor data that owns a copy of <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of <paramref name="dims"/>.</exception>
    public static TensorData Create<T>(ReadOnlySpan<T> values, params ReadOnlySpan<long> dims)
        where T : unmanaged =>
        new DenseTensorData(ElementTypes.Of<T>(), dims, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A rank 0 tensor.</summary>
    public static TensorData Scalar<T>(T value)
        where T : unmanaged => Create<T>([value]);

    /// <summary>A rank 1 tensor that owns a copy of <paramref name="values"/>.</summary>
    public static TensorData Vector<T>(params ReadOnlySpan<T> values)
        where T : unmanaged => Create(values, values.Length);

    /// <summary>A tensor of strings, each given as bytes.</summary>
    public static TensorData FromStrings(ReadOnlySpan<long> dims, ImmutableArray<ReadOnlyMemory<byte>> values) =>
        new StringTensorData(dims, values);

    /// <summary>The elements as values of <typeparamref name="T"/>, valid as long as <see cref="Bytes"/> are.</summary>
    /// <exception cref="ObjectDisposedException">The model that owns the file behind the tensor was disposed.</exception>
    /// <exception cref="InvalidOperationException">The size of <typeparamref name="T"/> is not that of the element type.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() * 8 != ElementType.BitSize())
            throw new InvalidOperationException($"Elements of type {ElementType.DisplayName()} cannot be read as {typeof(T).Name}.");
        return MemoryMarshal.Cast<byte, T>(Bytes.Span);
    }

    /// <summary>Fixes the payload in memory, for those who work on it for long or from several threads: it is valid until the pin is disposed.</summary>
    /// <exception cref="NotSupportedException">The payload exceeds 2 GB and lies nowhere in one piece, as that of a transposed view.</exception>
    /// <exception cref="InvalidOperationException">The elements are strings.</exception>
    /// <exception cref="ObjectDisposedException">The model that owns the file behind the tensor was disposed.</exception>
    public virtual TensorPin Pin() => new(Bytes.Pin(), this);

    /// <summary>Writes the payload, in pieces where it is not one block of memory.</summary>
    /// <exception cref="ObjectDisposedException">The model that owns the file behind the tensor was disposed.</exception>
    public virtual unsafe void CopyTo(Stream destination)
    {
        const int Piece = 1 << 26;
        using TensorPin pin = Pin();
        for (long done = 0; done < pin.Length; done += Piece)
            destination.Write(new ReadOnlySpan<byte>(pin.Pointer + done, (int)Math.Min(Piece, pin.Length - done)));
    }

    /// <summary>The same elements under other sizes, without copying.</summary>
    /// <exception cref="ArgumentException">The number of elements would change.</exception>
    public abstract TensorData Reshape(params ReadOnlySpan<long> dims);

    /// <summary>The tensor with permuted dimensions, computed only when its bytes are asked for.</summary>
    /// <param name="permutation">Dimension <c>i</c> of the result is dimension <c>permutation[i]</c> of this tensor.</param>
    /// <exception cref="ArgumentException">It does not name every dimension exactly once.</exception>
    public virtual TensorData Transpose(params ReadOnlySpan<int> permutation) => TransposedTensorData.Of(this, permutation);

    /// <summary>Element type and sizes, such as <c>float32[3,3]</c>.</summary>
    public override string ToString() => Type.ToString();

    private protected NotSupportedException TooLong() =>
        new($"The tensor {this} takes {ByteLength} bytes, more than one block of memory can hold.");

    private protected void CheckSameCount(ReadOnlySpan<long> dims)
    {
        long count = 1;
        foreach (long dim in dims)
            count = checked(count * dim);
        if (count != ElementCount)
            throw new ArgumentException($"{this} has {ElementCount} elements; it cannot take the shape [{string.Join(',', dims.ToArray())}].", nameof(dims));
    }
}
