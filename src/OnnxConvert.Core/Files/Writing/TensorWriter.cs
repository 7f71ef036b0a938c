using Google.Protobuf;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Writes tensors as raw data, without copying their bytes, or into the external data file.</summary>
internal sealed class TensorWriter(ExternalDataWriter? externalData)
{
    /// <summary>Writes a tensor that must stand in the model file.</summary>
    public static TensorProto Write(TensorData data, TensorProto? remainder = null)
    {
        TensorProto tensor = Header(data, remainder);
        if (data is StringTensorData strings)
            tensor.StringData.AddRange(strings.Values.Select(UnsafeByteOperations.UnsafeWrap));
        else
            tensor.RawData = UnsafeByteOperations.UnsafeWrap(data.Bytes);
        return tensor;
    }

    public static SparseTensorProto Write(SparseTensorData data, string? name = null)
    {
        var sparse = new SparseTensorProto { Values = Write(data.Values), Indices = Write(data.Indices) };
        if (name is not null)
            sparse.Values.Name = name;
        sparse.Dims.AddRange(data.Dims);
        return sparse;
    }

    /// <summary>Writes an initializer: a large one into the external data file, if there is one.</summary>
    public TensorProto WriteInitializer(string name, TensorData data, TensorProto? remainder)
    {
        TensorProto tensor;
        if (externalData is not null && externalData.Takes(data))
        {
            tensor = Header(data, remainder);
            externalData.Write(data, tensor);
        }
        else
        {
            tensor = Write(data, remainder);
        }

        tensor.Name = name;
        return tensor;
    }

    private static TensorProto Header(TensorData data, TensorProto? remainder)
    {
        TensorProto tensor = remainder?.Clone() ?? new TensorProto();
        tensor.Dims.AddRange(data.Dims);
        tensor.DataType = (int)data.ElementType;
        return tensor;
    }
}
