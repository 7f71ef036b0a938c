using OnnxConvert.Files.FlatBuffers;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using FlatModel = OnnxConvert.TfLite.Schema.Model;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// The bytes of a model, and the FlatBuffer in them. Everything handed out is a view of these bytes.
/// </summary>
internal sealed class TfLiteFile
{
    private readonly MappedFile? _mapped;
    private readonly ReadOnlyMemory<byte> _head;

    private TfLiteFile(ReadOnlyMemory<byte> head, MappedFile? mapped)
    {
        _head = head;
        _mapped = mapped;
        Length = mapped?.Length ?? head.Length;
        ContainerKind.Check(head.Span);
        Root = FlatModel.GetRootAsModel(FlatBufferVerifier.Open(SchemaLayout.Instance, head));
    }

    /// <summary>The root table; the verifier has seen all that it leads to.</summary>
    public FlatModel Root { get; }

    /// <summary>The length of the whole file, which may be beyond that of the FlatBuffer.</summary>
    public long Length { get; }

    /// <summary>The first 2 GB of the file: offsets in a FlatBuffer reach no further.</summary>
    public ReadOnlyMemory<byte> Head => _head;

    public static TfLiteFile Of(ReadOnlyMemory<byte> bytes) => new(bytes, null);

    public static TfLiteFile Of(MappedFile file) => new(file.Slice(0, (int)Math.Min(file.Length, Array.MaxLength)), file);

    /// <summary>A view of a vector of bytes that a generated accessor gave.</summary>
    public ReadOnlyMemory<byte> View(FlatVector vector) => _head.Slice(vector.Offset, vector.Count);

    /// <summary>A view of bytes that may lie behind the FlatBuffer.</summary>
    /// <param name="offset">Counted from the start of the file.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="what">Whose bytes they are, for the message.</param>
    /// <exception cref="InvalidModelException">The bytes lie outside the file.</exception>
    /// <exception cref="UnsupportedModelException">They are more than one block of memory can hold.</exception>
    public ReadOnlyMemory<byte> Slice(ulong offset, ulong size, string what)
    {
        if (offset > (ulong)Length || size > (ulong)Length - offset)
            throw new InvalidModelException($"{what}: {size} bytes at offset {offset} lie outside the file, which has {Length} bytes.");
        if (size > (ulong)Array.MaxLength)
            throw new UnsupportedModelException($"{what} has {size} bytes; buffers up to {Array.MaxLength} bytes are supported.");
        return _mapped is null ? _head.Slice((int)offset, (int)size) : _mapped.Slice((long)offset, (int)size);
    }
}
