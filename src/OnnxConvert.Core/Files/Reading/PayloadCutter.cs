using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace OnnxConvert.Files.Reading;

/// <summary>
/// Takes the contents of tensors and strings out of an ONNX file before it is parsed, since the parser would copy them: in the message
/// that remains, <c>TensorProto.raw_data</c> and <c>AttributeProto.s</c> hold their place in the file, if they are not empty.
/// </summary>
/// <remarks>
/// Walks the wire format along the fields that lead there, and touches nothing else. What it cannot make sense of, the parser cannot
/// either. Messages around a cut get shorter, so that their lengths are written anew.
/// </remarks>
internal ref struct PayloadCutter
{
    /// <summary>Bytes of a place: offset and length, 32 bits each.</summary>
    public const int PlaceLength = 8;

    // The parser goes 100 messages below the outermost.
    private const int MaxDepth = 101;

    private readonly ReadOnlySpan<byte> _file;
    private readonly List<Cut> _cuts = [];
    private int _position;
    private int _depth;

    private PayloadCutter(ReadOnlySpan<byte> file) => _file = file;

    /// <summary>The message without the payloads; false if the file is broken.</summary>
    /// <param name="file">The file, of which the result holds views.</param>
    /// <param name="rest">What is to be parsed.</param>
    public static bool TryCut(ReadOnlyMemory<byte> file, out ReadOnlySequence<byte> rest)
    {
        var cutter = new PayloadCutter(file.Span);
        bool isWhole = cutter.Walk(MessageKind.Model, file.Length, out _);
        rest = isWhole ? cutter.Join(file) : default;
        return isWhole;
    }

    /// <param name="kind">The message.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="saved">By how many bytes it got shorter.</param>
    private bool Walk(MessageKind kind, int end, out long saved)
    {
        saved = 0;
        if (++_depth > MaxDepth)
            return false;
        while (_position < end)
        {
            if (!TryVarint(end, out uint tag) || tag >> 3 == 0 || !Field(MessageKinds.Inner(kind, tag), tag & 7, end, ref saved))
                return false;
        }

        _depth--;
        return true;
    }

    private bool Field(MessageKind inner, uint wireType, int end, ref long saved)
    {
        if (wireType != 2)
            return TrySkip(wireType, end);
        int start = _position;
        if (!TryVarint(end, out uint size) || size > (uint)(end - _position))
            return false;
        int next = _position + (int)size;
        if (inner == MessageKind.Payload && size > 0)
        {
            _cuts.Add(new Cut(start, next, _position, (int)size));
            saved += next - start - (1 + PlaceLength);
        }
        else if (inner is not (MessageKind.None or MessageKind.Payload) && !Message(inner, start, next, ref saved))
        {
            return false;
        }

        _position = next;
        return true;
    }

    private bool Message(MessageKind kind, int start, int end, ref long saved)
    {
        int place = _cuts.Count;
        int header = _position;
        _cuts.Add(default);
        if (!Walk(kind, end, out long inside))
            return false;
        if (place == _cuts.Count - 1)
        {
            _cuts.RemoveAt(place);
            return true;
        }

        long length = end - header - inside;
        if (length > int.MaxValue)
            return false;
        _cuts[place] = new Cut(start, header, (int)length, -1);
        saved += inside + header - start - VarintLength((uint)length);
        return true;
    }

    private bool TrySkip(uint wireType, int end)
    {
        switch (wireType)
        {
            case 0: return TryVarint(end, out _);
            case 1: return TryAdvance(8, end);
            case 5: return TryAdvance(4, end);
            case 3: return TrySkipGroup(end);
            default: return false;
        }
    }

    /// <summary>Skips a group that no schema of today has, with those inside it.</summary>
    private bool TrySkipGroup(int end)
    {
        int open = 1;
        while (open > 0)
        {
            if (!TryVarint(end, out uint tag) || open > MaxDepth)
                return false;
            switch (tag & 7)
            {
                case 2 when !TryVarint(end, out uint size) || !TryAdvance(size, end): return false;
                case 2: break;
                case 3: open++; break;
                case 4: open--; break;
                case var wireType when !TrySkip(wireType, end): return false;
            }
        }

        return true;
    }

    private bool TryAdvance(uint count, int end)
    {
        if (count > (uint)(end - _position))
            return false;
        _position += (int)count;
        return true;
    }

    /// <summary>Reads a number of up to 10 bytes, of which the lower 32 bits count, as in the parser.</summary>
    private bool TryVarint(int end, out uint value)
    {
        value = 0;
        for (int shift = 0; shift < 70 && _position < end; shift += 7)
        {
            byte next = _file[_position++];
            if (shift < 32)
                value |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
                return true;
        }

        return false;
    }

    private readonly ReadOnlySequence<byte> Join(ReadOnlyMemory<byte> file)
    {
        var pieces = new PieceList();
        Span<byte> patch = stackalloc byte[5 + PlaceLength];
        int position = 0;
        foreach (Cut cut in _cuts)
        {
            pieces.Add(file[position..cut.Start]);
            pieces.Copy(patch[..cut.Write(patch)]);
            position = cut.End;
        }

        pieces.Add(file[position..]);
        return pieces.ToSequence();
    }

    private static int VarintLength(uint value) => (38 - BitOperations.LeadingZeroCount(value | 1)) / 7;

    /// <summary>Bytes of the file in place of which others stand: a payload with its length, or the length of a message.</summary>
    /// <param name="Start">The first.</param>
    /// <param name="End">Behind the last.</param>
    /// <param name="Value">Where the payload starts; of a message, its new length.</param>
    /// <param name="Length">The length of the payload; -1 for a message.</param>
    private readonly record struct Cut(int Start, int End, int Value, int Length)
    {
        public int Write(Span<byte> patch)
        {
            if (Length >= 0)
            {
                patch[0] = PlaceLength;
                BinaryPrimitives.WriteInt32LittleEndian(patch[1..], Value);
                BinaryPrimitives.WriteInt32LittleEndian(patch[5..], Length);
                return 1 + PlaceLength;
            }

            int count = 0;
            uint rest = (uint)Value;
            for (; rest >= 0x80; rest >>= 7)
                patch[count++] = (byte)(rest | 0x80);
            patch[count++] = (byte)rest;
            return count;
        }
    }
}
