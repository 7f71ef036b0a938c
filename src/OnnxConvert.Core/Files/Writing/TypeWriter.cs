using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

internal static class TypeWriter
{
    public static TypeProto Write(OnnxType type) => type switch
    {
        TensorType t => new TypeProto { TensorType = Tensor(t) },
        SparseTensorType t => new TypeProto { SparseTensorType = Sparse(t) },
        SequenceType t => new TypeProto { SequenceType = new TypeProto.Types.Sequence { ElemType = OrNull(t.Item) } },
        OptionalType t => new TypeProto { OptionalType = new TypeProto.Types.Optional { ElemType = OrNull(t.Item) } },
        MapType t => new TypeProto { MapType = new TypeProto.Types.Map { KeyType = (int)t.Key, ValueType = OrNull(t.Value) } },
        OpaqueType t => new TypeProto { OpaqueType = Opaque(t) },
        _ => throw new InvalidOperationException($"ONNX has no type {type.GetType().Name}."),
    };

    private static TypeProto? OrNull(OnnxType? type) => type is null ? null : Write(type);

    private static TypeProto.Types.Tensor Tensor(TensorType type)
    {
        var tensor = new TypeProto.Types.Tensor { Shape = WriteShape(type.Shape) };
        if (type.ElementType != ElementType.Undefined)
            tensor.ElemType = (int)type.ElementType;
        return tensor;
    }

    private static TypeProto.Types.SparseTensor Sparse(SparseTensorType type)
    {
        var tensor = new TypeProto.Types.SparseTensor { Shape = WriteShape(type.Shape) };
        if (type.ElementType != ElementType.Undefined)
            tensor.ElemType = (int)type.ElementType;
        return tensor;
    }

    private static TypeProto.Types.Opaque Opaque(OpaqueType type)
    {
        var opaque = new TypeProto.Types.Opaque();
        if (type.Domain.Length > 0)
            opaque.Domain = type.Domain;
        if (type.Name.Length > 0)
            opaque.Name = type.Name;
        return opaque;
    }

    private static TensorShapeProto? WriteShape(Shape? shape)
    {
        if (shape is null)
            return null;
        var proto = new TensorShapeProto();
        foreach (Dimension dimension in shape)
        {
            var dim = new TensorShapeProto.Types.Dimension();
            if (dimension.Size is { } size)
                dim.DimValue = size;
            else if (dimension.Symbol is { } symbol)
                dim.DimParam = symbol;
            proto.Dim.Add(dim);
        }

        return proto;
    }
}
