using System.Collections.Immutable;
using Google.Protobuf;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Reads one attribute of a NodeDef: a value, or a list of them (tensorflow/core/framework/attr_value.proto).</summary>
/// <param name="name">The attribute's name.</param>
internal sealed class AttrValueReader(string name)
{
    // The numbers are the same in a value and in a list.
    private const int ListField = 1;
    private const int BytesField = 2;
    private const int IntField = 3;
    private const int FloatField = 4;
    private const int BoolField = 5;
    private const int TypeField = 6;
    private const int ShapeField = 7;
    private const int TensorField = 8;

    private readonly List<ReadOnlyMemory<byte>> _strings = [];
    private readonly List<long> _ints = [];
    private readonly List<float> _floats = [];
    private readonly List<TensorData> _tensors = [];
    private bool _isList;
    private bool _isShape;

    /// <returns>Null for what has no counterpart: functions, lists of shapes, lists without elements.</returns>
    /// <exception cref="InvalidModelException">A tensor contradicts itself.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no AttrValue.</exception>
    public NodeAttribute? Read(ByteString value)
    {
        ProtoMessage.Read(value, ReadValue);
        if (_isShape)
            return new NodeAttribute(name, [.. _ints]);
        if (_tensors.Count > 0)
            return _isList ? new NodeAttribute(name, [.. _tensors]) : new NodeAttribute(name, _tensors[^1]);
        if (_strings.Count > 0)
            return _isList ? new NodeAttribute(name, [.. _strings]) : new NodeAttribute(name, _strings[^1]);
        if (_floats.Count > 0)
            return _isList ? new NodeAttribute(name, [.. _floats]) : new NodeAttribute(name, _floats[^1]);
        if (_ints.Count > 0)
            return _isList ? new NodeAttribute(name, [.. _ints]) : new NodeAttribute(name, _ints[^1]);
        return null;
    }

    private bool ReadValue(int number, bool isPacked, CodedInputStream input)
    {
        if (number == ListField && isPacked)
        {
            _isList = true;
            ProtoMessage.Read(input.ReadBytes(), (item, itemIsPacked, list) => item != ListField && item != ShapeField && ReadItem(item, itemIsPacked, list));
            return true;
        }

        if (number == ShapeField && isPacked)
        {
            _isShape = TensorFlowShapes.TryRead(input.ReadBytes(), out ImmutableArray<long> sizes);
            _ints.AddRange(sizes);
            return true;
        }

        return ReadItem(number, isPacked, input);
    }

    private bool ReadItem(int number, bool isPacked, CodedInputStream input)
    {
        switch (number)
        {
            case BytesField when isPacked:
                _strings.Add(input.ReadBytes().Memory);
                return true;
            case IntField:
                ProtoMessage.ReadNumbers(input, isPacked, _ints, from => from.ReadInt64());
                return true;
            case FloatField:
                ProtoMessage.ReadNumbers(input, isPacked, _floats, from => from.ReadFloat());
                return true;
            case BoolField:
                ProtoMessage.ReadNumbers(input, isPacked, _ints, from => from.ReadBool() ? 1L : 0L);
                return true;
            case TypeField:
                ProtoMessage.ReadNumbers(input, isPacked, _ints, from => (long)TensorFlowTypes.ElementType(from.ReadEnum()));
                return true;
            case TensorField when isPacked:
                _tensors.Add(new TensorProtoReader(name).Read(input.ReadBytes()));
                return true;
            default:
                return false;
        }
    }
}
