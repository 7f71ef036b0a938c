using System.Runtime.InteropServices;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>Inputs for a model: those recorded beside it (<c>test_data_set_0/input_N.pb</c>), or drawn ones where none are.</summary>
internal static class ModelInputs
{
    private const int SequenceValues = 3;

    /// <returns>The inputs by name; null if one of them is of a kind that the binding of ONNX Runtime cannot make.</returns>
    public static Dictionary<string, OrtValue>? For(OrtSession session, string modelFolder)
    {
        var inputs = new Dictionary<string, OrtValue>();
        var random = new Random(1);
        foreach (string name in session.InputNames)
        {
            string recorded = Path.Combine(modelFolder, "test_data_set_0", $"input_{inputs.Count}.pb");
            NodeMetadata type = session.Input(name);
            if (type.OnnxValueType is not (OnnxValueType.ONNX_TYPE_TENSOR or OnnxValueType.ONNX_TYPE_SEQUENCE))
                return null;
            inputs[name] = File.Exists(recorded) ? Read(File.ReadAllBytes(recorded), type.OnnxValueType) : Draw(type, random);
        }

        return inputs;
    }

    /// <param name="session">Whose inputs to draw.</param>
    /// <param name="openSize">What open dimensions become.</param>
    /// <param name="largest">The largest integer of more than eight bits.</param>
    /// <returns>The inputs by name; null if one of them is no tensor.</returns>
    public static Dictionary<string, OrtValue>? Draw(OrtSession session, int openSize, int largest)
    {
        var random = new Random(1);
        return session.InputNames.Any(name => session.Input(name).OnnxValueType != OnnxValueType.ONNX_TYPE_TENSOR)
            ? null
            : session.InputNames.ToDictionary(name => name, name => Draw(session.Input(name), random, openSize, largest + 1));
    }

    private static OrtValue Read(byte[] proto, OnnxValueType type) => type switch
    {
        OnnxValueType.ONNX_TYPE_TENSOR => Read(proto),
        OnnxValueType.ONNX_TYPE_SEQUENCE => OrtValue.CreateSequence([.. Fields(proto, SequenceValues).Select(Read)]),
        _ => throw new NotSupportedException($"No inputs of kind {type}."),
    };

    private static OrtValue Read(byte[] proto)
    {
        Tensor tensor = TensorProtoReader.Read(proto);
        return tensor.Strings is { } strings ? Strings(tensor.Shape, strings) : Make(tensor.Type, tensor.Shape, tensor.Bytes);
    }

    private static IEnumerable<byte[]> Fields(byte[] proto, int number)
    {
        var input = new CodedInputStream(proto);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number)
                yield return input.ReadBytes().ToByteArray();
            else
                input.SkipLastField();
        }
    }

    /// <summary>Small numbers of both signs; whole ones in integers.</summary>
    private static OrtValue Draw(NodeMetadata type, Random random, int openSize = 1, int end = 4)
    {
        long[] shape = [.. type.Dimensions.Select(size => (long)(size < 0 ? openSize : Math.Max(size, 1)))];
        int count = checked((int)shape.Aggregate(1L, (product, size) => product * size));
        return type.ElementDataType switch
        {
            TensorElementType.Float => Fill(() => (float)((random.NextDouble() * 4) - 2)),
            TensorElementType.Double => Fill(() => (random.NextDouble() * 4) - 2),
            TensorElementType.Float16 => Fill(() => (Half)((random.NextDouble() * 4) - 2)),
            TensorElementType.UInt8 => Fill(() => (byte)random.Next(256)),
            TensorElementType.Int8 => Fill(() => (sbyte)random.Next(-128, 128)),
            TensorElementType.Int16 => Fill(() => (short)random.Next(-3, 4)),
            TensorElementType.UInt16 => Fill(() => (ushort)random.Next(end)),
            TensorElementType.Int32 => Fill(() => random.Next(0, end)),
            TensorElementType.UInt32 => Fill(() => (uint)random.Next(end)),
            TensorElementType.Int64 => Fill(() => (long)random.Next(0, end)),
            TensorElementType.UInt64 => Fill(() => (ulong)random.Next(end)),
            TensorElementType.Bool => Fill(() => random.Next(2) == 0),
            TensorElementType.String => Strings(shape, [.. Enumerable.Range(0, count).Select(i => $"word {i}")]),
            TensorElementType other => throw new NotSupportedException($"No inputs of type {other}."),
        };

        OrtValue Fill<T>(Func<T> next)
            where T : unmanaged
        {
            var values = new T[count];
            for (int i = 0; i < count; i++)
                values[i] = next();
            return Make(type.ElementDataType, shape, MemoryMarshal.AsBytes<T>(values).ToArray());
        }
    }

    private static OrtValue Strings(long[] shape, string[] strings)
    {
        OrtValue value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape);
        for (int i = 0; i < strings.Length; i++)
            value.StringTensorSetElementAt(strings[i].AsSpan(), i);
        return value;
    }

    private static OrtValue Make(TensorElementType type, long[] shape, byte[] bytes)
    {
        OrtValue value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, type, shape);
        if (bytes.Length > 0)
            bytes.CopyTo(value.GetTensorMutableRawData());
        return value;
    }
}
