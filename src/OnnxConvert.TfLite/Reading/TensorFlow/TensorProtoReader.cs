using System.Collections.Immutable;
using Google.Protobuf;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Reads a constant of a NodeDef (tensorflow/core/framework/tensor.proto): one block of bytes, or a list of values, the last
/// of which stands for all that are left out.
/// </summary>
/// <param name="name">The name of the attribute, for messages.</param>
internal sealed class TensorProtoReader(string name)
{
    private const int MaxRepeated = 1 << 20;
    private const int TypeField = 1;
    private const int ShapeField = 2;
    private const int ContentField = 4;
    private const int FloatField = 5;
    private const int DoubleField = 6;
    private const int IntField = 7;
    private const int StringField = 8;
    private const int Int64Field = 10;
    private const int BoolField = 11;
    private const int HalfField = 13;
    private const int UInt32Field = 16;
    private const int UInt64Field = 17;

    private readonly List<long> _integers = [];
    private readonly List<double> _reals = [];
    private readonly List<ReadOnlyMemory<byte>> _strings = [];
    private ElementType _type;
    private ImmutableArray<long> _sizes = [];
    private ByteString _content = ByteString.Empty;

    /// <exception cref="InvalidModelException">Type, sizes and contents contradict each other.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no TensorProto.</exception>
    public TensorData Read(ByteString bytes)
    {
        ProtoMessage.Read(bytes, ReadField);
        double count = 1;
        foreach (long size in _sizes)
            count *= size;
        if (_type == ElementType.Undefined || _sizes.Any(size => size < 0) || count > int.MaxValue)
            throw Broken($"has type {_type.DisplayName()} and sizes [{string.Join(',', _sizes)}]");
        if (_content.IsEmpty && _type != ElementType.String)
            return FromValues((int)count);
        if (_type == ElementType.String)
            return TensorData.FromStrings(_sizes.AsSpan(), [.. Repeat(_strings, (int)count, default)]);
        return _type.ByteLength((long)count) == _content.Length
            ? TensorData.FromBytes(_type, _sizes.AsSpan(), _content.Memory)
            : throw Broken($"has {_content.Length} bytes for {count} elements of type {_type.DisplayName()}");
    }

    private TensorData FromValues(int count) => _type switch
    {
        ElementType.Float => TensorData.Create<float>([.. Repeat(_reals, count, 0).Select(value => (float)value)], _sizes.AsSpan()),
        ElementType.Double => TensorData.Create<double>([.. Repeat(_reals, count, 0)], _sizes.AsSpan()),
        ElementType.Complex64 or ElementType.Complex128 => throw Broken("is complex"),
        _ => FromIntegers(count),
    };

    /// <summary>The lowest bytes of each integer; of 16-bit floats these are the bits.</summary>
    private TensorData FromIntegers(int count)
    {
        int size = _type.BitSize() / 8;
        var bytes = new byte[size * count];
        int position = 0;
        foreach (long value in Repeat(_integers, count, 0))
        {
            BitConverter.GetBytes(value).AsSpan(0, size).CopyTo(bytes.AsSpan(position));
            position += size;
        }

        return TensorData.FromBytes(_type, _sizes.AsSpan(), bytes);
    }

    private IEnumerable<T> Repeat<T>(List<T> values, int count, T otherwise)
    {
        if (values.Count > count || (values.Count < count && count > MaxRepeated))
            throw Broken($"gives {values.Count} values for {count} elements");
        T last = values.Count > 0 ? values[^1] : otherwise;
        return values.Concat(Enumerable.Repeat(last, count - values.Count));
    }

    private bool ReadField(int number, bool isPacked, CodedInputStream input)
    {
        switch (number)
        {
            case TypeField when !isPacked:
                _type = TensorFlowTypes.ElementType(input.ReadEnum());
                return true;
            case ShapeField when isPacked:
                TensorFlowShapes.TryRead(input.ReadBytes(), out _sizes);
                return true;
            case ContentField when isPacked:
                _content = input.ReadBytes();
                return true;
            case StringField when isPacked:
                _strings.Add(input.ReadBytes().Memory);
                return true;
            case FloatField:
                ProtoMessage.ReadNumbers(input, isPacked, _reals, from => from.ReadFloat());
                return true;
            case DoubleField:
                ProtoMessage.ReadNumbers(input, isPacked, _reals, from => from.ReadDouble());
                return true;
            case BoolField:
                ProtoMessage.ReadNumbers(input, isPacked, _integers, from => from.ReadBool() ? 1L : 0L);
                return true;
            case IntField or HalfField or Int64Field or UInt32Field or UInt64Field:
                ProtoMessage.ReadNumbers(input, isPacked, _integers, from => from.ReadInt64());
                return true;
            default:
                return false;
        }
    }

    private InvalidModelException Broken(string what) => new($"The tensor of the attribute '{name}' {what}.");
}
