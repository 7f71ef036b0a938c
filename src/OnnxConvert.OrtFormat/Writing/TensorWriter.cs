using System.Buffers.Binary;
using System.Collections.Immutable;
using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

internal sealed class TensorWriter(FlatWriter writer, ExternalDataWriter? externalData, int formatVersion)
{
    private const int RawData = 4;

    // Version 6 brought the float8 types.
    private const int VersionWithFloat8 = 6;

    /// <summary>Writes a tensor; an initializer may go to the file of external data.</summary>
    public Offset<Fbs.Tensor> Write(string name, TensorData data, bool isInitializer = false)
    {
        if (data.ElementType is >= ElementType.Float8E4M3FN and <= ElementType.Float8E5M2FNUZ && formatVersion < VersionWithFloat8)
            throw new UnsupportedModelException($"Tensor '{name}' is of type {data.ElementType.DisplayName()}, which version {formatVersion} of the ORT format does not have; write version {VersionWithFloat8}.");
        FlatBufferBuilder builder = writer.Builder;
        StringOffset nameOffset = writer.Name(name);
        StringOffset description = writer.Name("");
        VectorOffset dims = Fbs.Tensor.CreateDimsVector(builder, [.. data.Dims]);
        bool isExternal = isInitializer && externalData?.Takes(data) == true;
        long offset = isExternal ? externalData!.Write(data) : -1;
        VectorOffset strings = data is StringTensorData text ? Fbs.Tensor.CreateStringDataVector(builder, writer.Strings(text.Values)) : default;
        Fbs.Tensor.StartTensor(builder);
        Fbs.Tensor.AddName(builder, nameOffset);
        Fbs.Tensor.AddDocString(builder, description);
        Fbs.Tensor.AddDims(builder, dims);
        Fbs.Tensor.AddDataType(builder, (Fbs.TensorDataType)(int)data.ElementType);
        Fbs.Tensor.AddExternalDataOffset(builder, offset);
        if (data is StringTensorData)
            Fbs.Tensor.AddStringData(builder, strings);
        else if (!isExternal)
            writer.Payload(RawData, data);
        return Fbs.Tensor.EndTensor(builder);
    }

    /// <summary>Writes a sparse tensor with linear indices, which is the only form that ONNX Runtime reads.</summary>
    public Offset<Fbs.SparseTensor> Write(string name, SparseTensorData data)
    {
        TensorData indices = Narrow(LinearIndices(data));
        Offset<Fbs.Tensor> values = Write(name, data.Values);
        Offset<Fbs.Tensor> places = Write("", indices);
        VectorOffset dims = Fbs.SparseTensor.CreateDimsVector(writer.Builder, [.. data.Dims]);
        return Fbs.SparseTensor.CreateSparseTensor(writer.Builder, values, places, dims);
    }

    private static long[] LinearIndices(SparseTensorData data)
    {
        ReadOnlySpan<long> indices = data.Indices.AsSpan<long>();
        if (data.Indices.Rank == 1)
            return indices.ToArray();
        ImmutableArray<long> dims = data.Dims;
        var linear = new long[indices.Length / Math.Max(dims.Length, 1)];
        for (int i = 0; i < linear.Length; i++)
        {
            for (int axis = 0; axis < dims.Length; axis++)
                linear[i] = (linear[i] * dims[axis]) + indices[(i * dims.Length) + axis];
        }

        return linear;
    }

    /// <summary>The smallest signed integer type that holds all indices, as ONNX Runtime writes them.</summary>
    private static TensorData Narrow(long[] indices)
    {
        long largest = indices.Length == 0 ? 0 : indices.Max();
        ElementType type = largest <= sbyte.MaxValue ? ElementType.Int8 : largest <= short.MaxValue ? ElementType.Int16 : largest <= int.MaxValue ? ElementType.Int32 : ElementType.Int64;
        int size = type.BitSize() / 8;
        var bytes = new byte[indices.Length * size];
        Span<byte> wide = stackalloc byte[8];
        for (int i = 0; i < indices.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(wide, indices[i]);
            wide[..size].CopyTo(bytes.AsSpan(i * size));
        }

        return TensorData.FromBytes(type, [indices.Length], bytes);
    }
}
