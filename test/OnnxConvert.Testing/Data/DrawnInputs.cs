namespace OnnxConvert.Testing.Data;

/// <summary>Inputs for models for which none are recorded; they depend on nothing but the model's inputs and these numbers.</summary>
/// <param name="Seed">Another seed, other numbers.</param>
public sealed record DrawnInputs(ulong Seed = 0)
{
    /// <summary>The size that an open dimension gets.</summary>
    public long OpenSize { get; init; } = 1;

    /// <summary>Floats lie between minus this and this.</summary>
    public double Magnitude { get; init; } = 1;

    /// <summary>The range of integers wider than eight bits, which are often indices; those of eight bits have all values.</summary>
    public (int Low, int High) Integers { get; init; } = (0, 3);

    public IReadOnlyDictionary<string, Tensor> Draw(IReadOnlyList<ValueInfo> inputs) =>
        inputs.Select((input, i) => (input.Name, Tensor: Draw(input, Seed + (ulong)i))).ToDictionary(pair => pair.Name, pair => pair.Tensor);

    private Tensor Draw(ValueInfo input, ulong seed)
    {
        var (low, high) = input.Type switch
        {
            TensorElementType.UInt8 => (0, 255),
            TensorElementType.Int8 => (-128, 127),
            TensorElementType.Bool => (0, 1),
            _ when TensorElements.IsFloat(TensorElements.RealPartOf(input.Type)) => (-Magnitude, Magnitude),
            TensorElementType.UInt16 or TensorElementType.UInt32 or TensorElementType.UInt64 => (Math.Max(Integers.Low, 0), Integers.High),
            _ => ((double)Integers.Low, (double)Integers.High),
        };
        long[] shape = [.. input.Shape.Select(size => size < 0 ? OpenSize : size)];
        return new InputRecipe(input.Type, shape, seed, low, high, ["a", "b"]).Draw();
    }
}
