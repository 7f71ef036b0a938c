using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>The FlatBuffer that is being built, the names in it, and the tensors that will follow it.</summary>
/// <remarks>
/// The bytes of tensors are no part of the buffer: their place in the file, behind it and aligned, is filled in at the end, and they
/// are streamed from where they are. FlatBuffers' offsets lead forward, so any reader finds them.
/// </remarks>
/// <param name="expectedLength">About how long the buffer will be: a longer one is copied each time that it doubles.</param>
internal sealed class FlatWriter(int expectedLength)
{
    private readonly List<(int Slot, TensorData Data)> _payloads = [];
    private readonly Dictionary<OnnxType, Offset<Fbs.TypeInfo>> _types = [];

    public FlatBufferBuilder Builder { get; } = new(expectedLength);

    /// <summary>The finished buffer, where it was built.</summary>
    public ArraySegment<byte> Structure => Builder.DataBuffer.ToArraySegment(Builder.DataBuffer.Position, Builder.Offset);

    public IReadOnlyList<(int Slot, TensorData Data)> Payloads => _payloads;

    /// <summary>A name; each is stored once.</summary>
    public StringOffset Name(string name) => Builder.CreateSharedString(name);

    /// <summary>A text that hardly occurs twice; no entry for null and empty ones.</summary>
    public StringOffset Text(string? text) => string.IsNullOrEmpty(text) ? default : Builder.CreateString(text);

    /// <summary>A string of bytes, which need not be UTF-8.</summary>
    public StringOffset Bytes(ReadOnlySpan<byte> bytes)
    {
        Builder.AddByte(0);
        Builder.StartVector(1, bytes.Length, 1);
        for (int i = bytes.Length - 1; i >= 0; i--)
            Builder.PutByte(bytes[i]);
        return new StringOffset(Builder.EndVector().Value);
    }

    public StringOffset[] Names(IEnumerable<string> names) => [.. names.Select(Name)];

    public StringOffset[] Strings(IEnumerable<ReadOnlyMemory<byte>> strings) => [.. strings.Select(s => Bytes(s.Span))];

    /// <summary>A type; each is stored once.</summary>
    public Offset<Fbs.TypeInfo> Type(OnnxType type, Func<Offset<Fbs.TypeInfo>> write)
    {
        if (!_types.TryGetValue(type, out Offset<Fbs.TypeInfo> offset))
            _types.Add(type, offset = write());
        return offset;
    }

    /// <summary>Makes the field of the table being written the place of a tensor's bytes.</summary>
    /// <param name="field">The id of the field.</param>
    /// <param name="data">The tensor.</param>
    public void Payload(int field, TensorData data)
    {
        // An offset is a number of 4 bytes like any other; one that is not zero, so that it is not left out.
        Builder.AddUint(field, 1, 0);
        _payloads.Add((Builder.Offset, data));
    }
}
