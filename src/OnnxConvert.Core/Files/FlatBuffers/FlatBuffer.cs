using System.Buffers.Binary;
using System.Text;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>
/// A FlatBuffer in any memory, a mapped file too, as the accessors that flatc generates read it. The Google.FlatBuffers package
/// reads arrays only; this type and <see cref="FlatTable"/> have the members that generated code uses, under its names.
/// </summary>
/// <param name="bytes">The buffer. <see cref="FlatBufferVerifier"/> should have seen it: an offset that leads out of it throws.</param>
public sealed class FlatBuffer(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The whole buffer.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Where the root's offset stands.</summary>
    public int Position { get; }

    /// <summary>The length in bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>A view of a vector of bytes.</summary>
    public ReadOnlyMemory<byte> View(FlatVector vector) => bytes.Slice(vector.Offset, vector.Count);

    /// <summary>An unsigned byte.</summary>
    public byte Get(int offset) => bytes.Span[offset];

    /// <summary>A signed byte.</summary>
    public sbyte GetSbyte(int offset) => (sbyte)bytes.Span[offset];

    /// <summary>A 16-bit integer.</summary>
    public short GetShort(int offset) => BinaryPrimitives.ReadInt16LittleEndian(bytes.Span[offset..]);

    /// <summary>An unsigned 16-bit integer.</summary>
    public ushort GetUshort(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[offset..]);

    /// <summary>A 32-bit integer.</summary>
    public int GetInt(int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[offset..]);

    /// <summary>An unsigned 32-bit integer.</summary>
    public uint GetUint(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[offset..]);

    /// <summary>A 64-bit integer.</summary>
    public long GetLong(int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[offset..]);

    /// <summary>An unsigned 64-bit integer.</summary>
    public ulong GetUlong(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[offset..]);

    /// <summary>A 32-bit float.</summary>
    public float GetFloat(int offset) => BinaryPrimitives.ReadSingleLittleEndian(bytes.Span[offset..]);

    /// <summary>A 64-bit float.</summary>
    public double GetDouble(int offset) => BinaryPrimitives.ReadDoubleLittleEndian(bytes.Span[offset..]);

    /// <summary>A text.</summary>
    public string GetStringUTF8(int offset, int length) => Encoding.UTF8.GetString(bytes.Span.Slice(offset, length));
}
