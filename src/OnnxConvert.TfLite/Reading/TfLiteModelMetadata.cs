using System.Collections.Immutable;

namespace OnnxConvert.TfLite;

/// <summary>What the makers of a model say about it, its inputs and its outputs: the block TFLITE_METADATA of the file.</summary>
public sealed record TfLiteModelMetadata
{
    /// <summary>The model's name, or an empty string.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the model does, or an empty string.</summary>
    public string Description { get; init; } = "";

    /// <summary>The makers' version, or an empty string.</summary>
    public string Version { get; init; } = "";

    /// <summary>Who made it, or an empty string.</summary>
    public string Author { get; init; } = "";

    /// <summary>The licence, or an empty string.</summary>
    public string License { get; init; } = "";

    /// <summary>The inputs of the main graph, in its order.</summary>
    public ImmutableArray<TfLiteTensorMetadata> Inputs { get; init; } = [];

    /// <summary>The outputs of the main graph, in its order.</summary>
    public ImmutableArray<TfLiteTensorMetadata> Outputs { get; init; } = [];
}
