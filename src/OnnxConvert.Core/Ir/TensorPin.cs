using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OnnxConvert.Ir;

/// <summary>
/// The payload of a tensor at a fixed place in memory, from <see cref="TensorData.Pin"/>. Until it is disposed, the memory stays
/// where it is and what it is, even when the model that owns the file behind it is disposed meanwhile.
/// </summary>
/// <remarks>The payload may lie at any address: that of a tensor within an .onnx file is aligned to nothing.</remarks>
public sealed unsafe class TensorPin : IDisposable
{
    private readonly byte* _pointer;
    private readonly int _elementBits;
    private MemoryHandle _handle;
    private int _isDisposed;

    internal TensorPin(MemoryHandle handle, TensorData data)
    {
        _handle = handle;
        _pointer = (byte*)handle.Pointer;
        _elementBits = data.ElementType.BitSize();
        Length = data.ByteLength;
    }

    /// <summary>A pin that was forgotten would keep its file for good.</summary>
    ~TensorPin() => Release();

    /// <summary>The length of the payload in bytes.</summary>
    public long Length { get; }

    /// <summary>The first byte of the payload; null where it has none.</summary>
    /// <exception cref="ObjectDisposedException">The pin was disposed.</exception>
    public byte* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
            return _pointer;
        }
    }

    /// <summary>The payload, valid until the pin is disposed.</summary>
    /// <exception cref="NotSupportedException">The payload exceeds 2 GB; read it through <see cref="Pointer"/>.</exception>
    /// <exception cref="ObjectDisposedException">The pin was disposed.</exception>
    public ReadOnlySpan<byte> Span => Length <= int.MaxValue
        ? new ReadOnlySpan<byte>(Pointer, (int)Length)
        : throw new NotSupportedException($"The payload of {Length} bytes is more than a span can hold; read it through the pointer.");

    /// <summary>The elements as values of <typeparamref name="T"/>, valid until the pin is disposed.</summary>
    /// <exception cref="InvalidOperationException">The size of <typeparamref name="T"/> is not that of the element type.</exception>
    /// <exception cref="NotSupportedException">The payload exceeds 2 GB; read it through <see cref="Pointer"/>.</exception>
    /// <exception cref="ObjectDisposedException">The pin was disposed.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged => Unsafe.SizeOf<T>() * 8 == _elementBits
            ? MemoryMarshal.Cast<byte, T>(Span)
            : throw new InvalidOperationException($"Elements of {_elementBits} bits cannot be read as {typeof(T).Name}.");

    /// <summary>Lets the memory go. Doing so again does nothing.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            _handle.Dispose();
    }
}
