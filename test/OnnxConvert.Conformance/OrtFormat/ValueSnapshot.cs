using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>A value by its type and its bytes; a sequence or map by those of its parts.</summary>
internal sealed record ValueSnapshot(string Type, byte[] Bytes, IReadOnlyList<ValueSnapshot> Parts)
{
    /// <summary>The tensor, where its elements can be read here.</summary>
    public Tensor? Tensor { get; private init; }

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

    /// <summary>As above; elements of tensors of numbers may differ.</summary>
    /// <param name="other">The expected value.</param>
    /// <param name="bound">By how much, for an element type and the largest magnitude in a tensor.</param>
    public string? DifferenceTo(ValueSnapshot other, Func<TensorElementType, double, double> bound)
    {
        if (Tensor is { Strings: null } actual && other.Tensor is { Strings: null } expected && Type == other.Type)
            return Difference(actual.Numbers(), expected.Numbers(), largest => bound(expected.Type, largest));
        if (Parts.Count == 0 || Parts.Count != other.Parts.Count)
            return DifferenceTo(other);
        return Parts.Zip(other.Parts, (part, theirs) => part.DifferenceTo(theirs, bound)).FirstOrDefault(difference => difference is not null);
    }

    private static string? Difference(double[] actual, double[] expected, Func<double, double> bound)
    {
        double largest = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        double allowed = bound(largest);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(actual[i] - expected[i]) <= allowed) && !actual[i].Equals(expected[i]))
                return $"element {i} is {actual[i]}, expected {expected[i]} (of at most {largest})";
        }

        return null;
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
        bool isReadable = !info.IsString && TensorElements.IsKnown(info.ElementDataType);
        return new ValueSnapshot(type, bytes, []) { Tensor = isReadable ? new Tensor(info.ElementDataType, info.Shape, bytes) : null };
    }
}
