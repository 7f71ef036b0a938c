using System.Buffers;

namespace OnnxConvert.Files.Reading;

/// <summary>Bytes one behind the other: long stretches as views, short ones copied together.</summary>
internal sealed class PieceList
{
    private const int ChunkLength = 1 << 16;

    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private byte[] _chunk = [];
    private int _start;
    private int _end;

    /// <summary>Adds bytes that stay where they are for as long as the sequence is used.</summary>
    public void Add(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < ChunkLength)
        {
            Copy(bytes.Span);
            return;
        }

        EndPiece();
        _pieces.Add(bytes);
    }

    /// <summary>Adds a copy of at most 64 KB.</summary>
    public void Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _chunk.Length - _end)
        {
            EndPiece();
            _chunk = new byte[ChunkLength];
            _start = _end = 0;
        }

        bytes.CopyTo(_chunk.AsSpan(_end));
        _end += bytes.Length;
    }

    public ReadOnlySequence<byte> ToSequence()
    {
        EndPiece();
        if (_pieces.Count == 0)
            return ReadOnlySequence<byte>.Empty;
        var first = new Segment(_pieces[0], null);
        Segment last = first;
        for (int i = 1; i < _pieces.Count; i++)
            last = new Segment(_pieces[i], last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private void EndPiece()
    {
        if (_end > _start)
            _pieces.Add(_chunk.AsMemory(_start, _end - _start));
        _start = _end;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
