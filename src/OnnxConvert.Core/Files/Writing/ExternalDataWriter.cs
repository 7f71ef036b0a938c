using System.Globalization;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Appends tensors to the file that holds a model's external data, each at an aligned offset.</summary>
internal sealed class ExternalDataWriter(Stream stream, string location, long threshold, int alignment)
{
    public bool Takes(TensorData data) => data.ElementType != ElementType.String && data.ByteLength >= threshold && data.ByteLength > 0;

    public void Write(TensorData data, TensorProto tensor)
    {
        long offset = (stream.Position + alignment - 1) / alignment * alignment;
        stream.Position = offset;
        data.CopyTo(stream);
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        Add(tensor, "location", location);
        Add(tensor, "offset", offset.ToString(CultureInfo.InvariantCulture));
        Add(tensor, "length", data.ByteLength.ToString(CultureInfo.InvariantCulture));
    }

    private static void Add(TensorProto tensor, string key, string value) =>
        tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
}
