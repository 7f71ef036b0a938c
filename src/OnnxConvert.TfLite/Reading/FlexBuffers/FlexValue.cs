using System.Text;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite;

/// <summary>
/// A value in a FlexBuffer, the self-describing format that custom operators have their options in. Reading is lazy and
/// bounds-checked: whatever the bytes are, a member gives a value or throws <see cref="InvalidModelException"/>.
/// </summary>
public readonly struct FlexValue
{
    private const int MaxDepth = 64;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly long _position;
    private readonly int _parentWidth;
    private readonly int _width;
    private readonly int _depth;

    private FlexValue(ReadOnlyMemory<byte> bytes, long position, int parentWidth, byte packedType, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidModelException($"The FlexBuffer is nested more than {MaxDepth} values deep.");
        _bytes = bytes;
        _position = position;
        _parentWidth = parentWidth;
        _width = 1 << (packedType & 3);
        _depth = depth;
        Type = (FlexType)(packedType >> 2);
    }

    /// <summary>What the value is.</summary>
    public FlexType Type { get; }

    /// <summary>The number of elements of a vector or map, of bytes of a blob; 0 for every other value.</summary>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public int Count
    {
        get
        {
            if (FixedLength is var count and > 0)
                return count;
            if (!IsVector && Type is not (FlexType.Map or FlexType.Blob))
                return 0;
            long target = Target;
            ulong length = FlexBytes.UInt(_bytes.Span, target - _width, _width);
            FlexBytes.At(_bytes.Span, target, length > int.MaxValue ? int.MaxValue : (long)length);
            return (int)length;
        }
    }

    /// <summary>Whether the value has elements to index: a vector of any kind.</summary>
    public bool IsVector => Type is (>= FlexType.Vector and <= FlexType.VectorFloat4) or FlexType.VectorBool;

    private int FixedLength => Type is >= FlexType.VectorInt2 and <= FlexType.VectorFloat4 ? 2 + ((Type - FlexType.VectorInt2) / 3) : 0;

    private long Target => FlexBytes.Follow(_bytes.Span, _position, _parentWidth);

    /// <summary>An element of a vector, or a map's value in the order of its names.</summary>
    /// <param name="index">From 0 to one below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public FlexValue this[int index]
    {
        get
        {
            int count = Type == FlexType.Blob ? 0 : Count;
            if ((uint)index >= (uint)count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The value has {count} elements.");
            long start = Target;
            byte type = Type is FlexType.Vector or FlexType.Map
                ? FlexBytes.At(_bytes.Span, start + ((long)count * _width) + index, 1)[0]
                : ElementType;
            return new FlexValue(_bytes, start + ((long)index * _width), _width, type, _depth + 1);
        }
    }

    // Typed vectors come in the order int, uint, float, key, string; those of fixed length in threes.
    private byte ElementType => Type switch
    {
        FlexType.VectorBool => (byte)FlexType.Bool << 2,
        >= FlexType.VectorInt2 => (byte)((1 + ((Type - FlexType.VectorInt2) % 3)) << 2),
        _ => (byte)((1 + (Type - FlexType.VectorInt)) << 2),
    };

    /// <summary>Reads the root value of a FlexBuffer.</summary>
    /// <param name="bytes">The whole buffer; it is not copied.</param>
    /// <exception cref="InvalidModelException">The bytes are no FlexBuffer.</exception>
    public static FlexValue Parse(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < 3)
            throw new InvalidModelException($"The FlexBuffer is broken: it has {span.Length} bytes and needs at least 3.");
        int width = span[^1];
        if (width is not (1 or 2 or 4 or 8) || width > span.Length - 2)
            throw new InvalidModelException($"The FlexBuffer is broken: its last byte, the root's width, is {width} and would have to be 1, 2, 4 or 8.");
        return new FlexValue(bytes, span.Length - 2 - width, width, span[^2], 0);
    }

    /// <summary>The value as an integer; floating-point numbers lose their fraction.</summary>
    /// <returns>False when it is no number and no bool.</returns>
    /// <param name="value">The integer; unsigned ones above the range of long wrap around.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetInt(out long value)
    {
        var bytes = _bytes.Span;
        (bool found, value) = Type switch
        {
            FlexType.Int => (true, FlexBytes.Int(bytes, _position, _parentWidth)),
            FlexType.UInt or FlexType.Bool => (true, (long)FlexBytes.UInt(bytes, _position, _parentWidth)),
            FlexType.Float => (true, (long)FlexBytes.Float(bytes, _position, _parentWidth)),
            FlexType.IndirectInt => (true, FlexBytes.Int(bytes, Target, _width)),
            FlexType.IndirectUInt => (true, (long)FlexBytes.UInt(bytes, Target, _width)),
            FlexType.IndirectFloat => (true, (long)FlexBytes.Float(bytes, Target, _width)),
            _ => (false, 0L),
        };
        return found;
    }

    /// <summary>The value as a floating-point number.</summary>
    /// <returns>False when it is no number and no bool.</returns>
    /// <param name="value">The number; integers are converted.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetFloat(out double value)
    {
        var bytes = _bytes.Span;
        (bool found, value) = Type switch
        {
            FlexType.Float => (true, FlexBytes.Float(bytes, _position, _parentWidth)),
            FlexType.IndirectFloat => (true, FlexBytes.Float(bytes, Target, _width)),
            FlexType.UInt => (true, FlexBytes.UInt(bytes, _position, _parentWidth)),
            FlexType.IndirectUInt => (true, FlexBytes.UInt(bytes, Target, _width)),
            _ => TryGetInt(out long integer) ? (true, (double)integer) : (false, 0.0),
        };
        return found;
    }

    /// <summary>The value as a bool: every number but 0 is true.</summary>
    /// <returns>False when it is no number and no bool.</returns>
    /// <param name="value">The bool.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetBool(out bool value)
    {
        bool found = TryGetInt(out long integer);
        value = integer != 0;
        return found;
    }

    /// <summary>The value as text.</summary>
    /// <returns>False when it is neither string nor key.</returns>
    /// <param name="value">The text; bytes that are not UTF-8 become U+FFFD.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetString(out string value)
    {
        value = "";
        if (Type is not (FlexType.String or FlexType.Key))
            return false;
        long target = Target;
        value = Encoding.UTF8.GetString(Type == FlexType.Key ? FlexBytes.Key(_bytes.Span, target) : Sized(target).Span);
        return true;
    }

    /// <summary>The value's bytes.</summary>
    /// <returns>False when it is neither blob nor string.</returns>
    /// <param name="value">A view of the bytes.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetBlob(out ReadOnlyMemory<byte> value)
    {
        bool found = Type is FlexType.Blob or FlexType.String;
        value = found ? Sized(Target) : default;
        return found;
    }

    /// <summary>The value as a map.</summary>
    /// <returns>False when it is no map.</returns>
    /// <param name="value">The map.</param>
    /// <exception cref="InvalidModelException">The bytes are broken.</exception>
    public bool TryGetMap(out FlexMap value)
    {
        value = FlexMap.Empty;
        if (Type != FlexType.Map)
            return false;
        long target = Target;
        long keysOffset = target - (3L * _width);
        ulong keyWidth = FlexBytes.UInt(_bytes.Span, target - (2L * _width), _width);
        if (keyWidth is not (1 or 2 or 4 or 8))
            throw new InvalidModelException($"The FlexBuffer is broken: the names of the map at {target} are offsets of {keyWidth} bytes.");
        value = new FlexMap(this, _bytes, FlexBytes.Follow(_bytes.Span, keysOffset, _width), (int)keyWidth);
        return true;
    }

    private ReadOnlyMemory<byte> Sized(long target)
    {
        ulong length = FlexBytes.UInt(_bytes.Span, target - _width, _width);
        FlexBytes.At(_bytes.Span, target, length > int.MaxValue ? int.MaxValue : (long)length);
        return _bytes.Slice((int)target, (int)length);
    }
}
