using OnnxConvert.Testing.Comparing;

namespace OnnxConvert.Testing.Data;

/// <summary>One model with recorded inputs and what TFLite computes from them.</summary>
public sealed record ConformanceCase(string Name, ModelSource Model)
{
    /// <summary>The recorded runs; those of a <see cref="Stateful"/> model are consecutive steps of one interpreter.</summary>
    public IReadOnlyList<ConformanceStep> Steps { get; init; } = [];

    /// <summary>By position; null where an input is not quantized.</summary>
    public IReadOnlyList<Quantization?> InputQuantization { get; init; } = [];

    public ComparisonRules Rules { get; init; } = ComparisonRules.Default;

    public bool Stateful { get; init; }

    /// <summary>Why there is nothing to compare with: TFLite itself refused the model, or nothing was recorded.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Whether the case is left out altogether: its values are of a kind that cannot be fed or compared here.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>A known peculiarity of TFLite in this case, shown beside a failure.</summary>
    public string? Quirk { get; init; }
}

/// <summary>One run: inputs in the model's order (made when asked for), and the expected outputs in the model's order.</summary>
public sealed record ConformanceStep(Func<IReadOnlyList<Tensor>> Inputs, IReadOnlyList<ExpectedOutput> Outputs);

/// <summary>A .tflite model: a file (converted from its path, as users do), or bytes out of an archive.</summary>
public sealed record ModelSource(string Name, string? Path, Func<byte[]> Read)
{
    public static ModelSource File(string path) =>
        new(System.IO.Path.GetFileNameWithoutExtension(path), path, () => System.IO.File.ReadAllBytes(path));
}
