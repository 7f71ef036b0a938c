using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>A session of stock ONNX Runtime, with tensors in place of its values.</summary>
internal sealed class StockSession(InferenceSession session, TimeSpan? limit) : IModelSession
{
    public IReadOnlyList<ValueInfo> Inputs { get; } = [.. session.InputNames.Select(name => Info(name, session.InputMetadata[name]))];

    public IReadOnlyList<string> OutputNames => session.OutputNames;

    public IReadOnlyDictionary<string, string> Metadata => session.ModelMetadata.CustomMetadataMap;

    public IReadOnlyList<Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        var values = new List<OrtValue>();
        try
        {
            values.AddRange(inputs.Values.Select(ToOrtValue));
            using var options = new RunOptions();
            using Timer? clock = limit is { } time ? new Timer(_ => options.Terminate = true, null, time, Timeout.InfiniteTimeSpan) : null;
            using var results = session.Run(options, [.. inputs.Keys], values, session.OutputNames);
            return [.. results.Select(FromOrtValue)];
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelRuntimeException(exception.Message, exception);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    public void Dispose() => session.Dispose();

    private static ValueInfo Info(string name, NodeMetadata input) => input.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR
        ? new ValueInfo(name, input.ElementDataType, [.. input.Dimensions.Select(size => (long)size)])
        : new ValueInfo(name, TensorElementType.DataTypeMax, []);

    private static OrtValue ToOrtValue(Tensor tensor)
    {
        if (tensor.Strings is not null)
        {
            var strings = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, tensor.Shape);
            for (int i = 0; i < tensor.Strings.Length; i++)
                strings.StringTensorSetElementAt(tensor.Strings[i].AsSpan(), i);
            return strings;
        }
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, tensor.Type, tensor.Shape);
        if (tensor.Bytes.Length > 0)
            tensor.Bytes.CopyTo(value.GetTensorMutableRawData());
        return value;
    }

    private static Tensor FromOrtValue(OrtValue value)
    {
        if (!value.IsTensor)
            throw new InvalidDataException($"An output is a {value.OnnxType}, not a tensor.");
        var info = value.GetTensorTypeAndShape();
        if (info.IsString)
            return Tensor.OfStrings(info.Shape, info.ElementCount == 0 ? [] : value.GetStringTensorAsArray());
        byte[] bytes = info.ElementCount == 0 ? [] : value.GetTensorMutableRawData().ToArray();
        return new Tensor(info.ElementDataType, info.Shape, bytes);
    }
}
