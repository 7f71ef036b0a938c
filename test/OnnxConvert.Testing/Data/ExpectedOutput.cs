namespace OnnxConvert.Testing.Data;

/// <summary>What TFLite computed for one output: every <see cref="Stride"/>-th element of the row-major data.</summary>
public sealed record ExpectedOutput(string Name, TensorElementType Type, long[] Shape, ReadOnlyMemory<byte> Samples)
{
    /// <summary>The samples of a string output, in place of <see cref="Samples"/>.</summary>
    public IReadOnlyList<string>? Strings { get; init; }

    public int Stride { get; init; } = 1;

    /// <summary>The largest magnitude in the whole output.</summary>
    public double AbsMax { get; init; }

    /// <summary>The largest difference between TFLite's own kernel sets on the same input.</summary>
    public double Spread { get; init; }

    /// <summary>Null for an output that is not quantized.</summary>
    public Quantization? Quantization { get; init; }

    public int SampleCount => Strings?.Count ?? Samples.Length / TensorElements.SizeOf(Type);

    public static ExpectedOutput Whole(string name, Tensor tensor, Quantization? quantization) =>
        new(name, tensor.Type, tensor.Shape, tensor.Bytes)
        {
            Strings = tensor.Strings,
            AbsMax = LargestMagnitude(tensor),
            Quantization = quantization,
        };

    private static double LargestMagnitude(Tensor tensor)
    {
        if (tensor.Strings is not null)
            return 0;
        var type = TensorElements.RealPartOf(tensor.Type);
        double largest = 0;
        for (int i = 0; i < tensor.Bytes.Length / TensorElements.SizeOf(type); i++)
        {
            double magnitude = Math.Abs(TensorElements.Real(type, tensor.Bytes, i));
            if (double.IsFinite(magnitude) && magnitude > largest)
                largest = magnitude;
        }
        return largest;
    }
}
