using System.Collections.Immutable;

namespace OnnxConvert.TfLite;

/// <summary>What the makers of a model say about an input or an output.</summary>
public sealed record TfLiteTensorMetadata
{
    /// <summary>A name for people, or an empty string.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it stands for, or an empty string.</summary>
    public string Description { get; init; } = "";

    /// <summary>What to subtract from an input before it is divided by <see cref="Std"/>: one value for each channel, or one for all; empty when inputs are taken as they are.</summary>
    public ImmutableArray<float> Mean { get; init; } = [];

    /// <summary>What to divide an input by, as <see cref="Mean"/>.</summary>
    public ImmutableArray<float> Std { get; init; } = [];

    /// <summary>The least values that occur: one for each channel, or one for all; often empty.</summary>
    public ImmutableArray<float> Min { get; init; } = [];

    /// <summary>The largest values that occur, as <see cref="Min"/>.</summary>
    public ImmutableArray<float> Max { get; init; } = [];

    /// <summary>Scores below it are taken as no result; null when the file names no such threshold.</summary>
    public float? ScoreThreshold { get; init; }

    /// <summary>The associated file with a label for each place along an axis, one in a line; null if there is none.</summary>
    public string? AxisLabelFile { get; init; }

    /// <summary>The associated file with a label for each value, one in a line; null if there is none.</summary>
    public string? ValueLabelFile { get; init; }

    /// <summary>The associated file with the words that the tensor's numbers stand for, one in a line; null if there is none.</summary>
    public string? VocabularyFile { get; init; }
}
