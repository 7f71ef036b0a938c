using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>A value by its type and its bytes; a sequence or map by those of its parts.</summary>
internal sealed record ValueSnapshot(string Type, byte[] Bytes, IReadOnlyList<ValueSnapshot> Parts)
{
    public static ValueSnapshot Of(OrtValue value)
    {
        if (value.OnnxType == OnnxValueType.ONNX_TYPE_TENSOR)
            return OfTensor(value);
        if (value.OnnxType == OnnxValueType.ONNX_TYPE_UNKNOWN)
            return new ValueSnapshot("none", [], []);
        var parts = new ValueSnapshot[value.GetValueCount()];
        for (int i = 0; i < parts.Length; i++)
        {
            using OrtValue part = value.GetValue(i, OrtAllocator.DefaultInstance);
            parts[i] = Of(part);
        }

        return new ValueSnapshot(value.OnnxType.ToString(), [], parts);
    }

    /// <summary>Where the first difference lies, or null if there is none.</summary>
    public string? DifferenceTo(ValueSnapshot other)
    {
        if (Type != other.Type)
            return $"{Type} in place of {other.Type}";
        if (!Bytes.AsSpan().SequenceEqual(other.Bytes))
            return $"{Type} differs at byte {Bytes.AsSpan().CommonPrefixLength(other.Bytes)} of {other.Bytes.Length}";
        if (Parts.Count != other.Parts.Count)
            return $"{Parts.Count} parts in place of {other.Parts.Count}";
        return Parts.Zip(other.Parts, (part, theirs) => part.DifferenceTo(theirs)).FirstOrDefault(difference => difference is not null);
    }

    private static ValueSnapshot OfTensor(OrtValue value)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        string type = $"{info.ElementDataType}[{string.Join(',', info.Shape)}]";
        if (info.ElementCount == 0)
            return new ValueSnapshot(type, [], []);
        byte[] bytes = info.IsString
            ? [.. value.GetStringTensorAsArray().SelectMany(s => Encoding.UTF8.GetBytes(s + "\0"))]
            : value.GetTensorMutableRawData().ToArray();
        return new ValueSnapshot(type, bytes, []);
    }
}
