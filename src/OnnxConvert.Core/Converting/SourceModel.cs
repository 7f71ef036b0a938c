using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

/// <summary>A model of another format, read into the graph, with what converts its operators.</summary>
public sealed class SourceModel : IDisposable
{
    /// <summary>
    /// The key in <see cref="Value.Metadata"/> of state: a tensor that keeps its contents between runs. The entry tells the
    /// states of a graph apart; values with the same entry are one state at different times.
    /// </summary>
    public const string VariableKey = "is_variable";

    /// <summary>
    /// Where keys in <see cref="Value.Metadata"/> of inputs and outputs start that tell the user of the model something, such as
    /// its normalization. <c>property.mean</c> of the input <c>image</c> becomes <c>input.image.mean</c> in the ONNX model's metadata.
    /// </summary>
    public const string PropertyPrefix = "property.";

    /// <summary>A source model.</summary>
    /// <param name="format">The format's name, which is also the domain of its builtin operators.</param>
    /// <param name="subgraphs">All graphs, the main one first; operators refer to the others by index.</param>
    /// <param name="handlers">What converts the format's operators.</param>
    public SourceModel(string format, IReadOnlyList<Graph> subgraphs, IRegistrationModule handlers)
    {
        if (subgraphs.Count == 0)
            throw new InvalidModelException("The model has no graph.");
        Format = format;
        Subgraphs = subgraphs;
        Handlers = handlers;
    }

    /// <summary>The format's name, such as <c>tflite</c>.</summary>
    public string Format { get; }

    /// <summary>The main graph.</summary>
    public Graph Graph => Subgraphs[0];

    /// <summary>All graphs, the main one first.</summary>
    public IReadOnlyList<Graph> Subgraphs { get; }

    /// <summary>What converts the format's operators.</summary>
    public IRegistrationModule Handlers { get; }

    /// <summary>What to tell the user of the model, such as its author: goes into the ONNX model's metadata.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The entry points by name; without one, the main graph is converted with the names of its tensors.</summary>
    public IReadOnlyList<SourceSignature> Signatures { get; init; } = [];

    /// <summary>A description for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The mapped files that constants are views of. The models that are converted from this one own them too.</summary>
    public IReadOnlyList<MappedFile> MappedFiles { get; init; } = [];

    /// <summary>What <see cref="Dispose"/> disposes: the model that was read for this one; null where the caller has it.</summary>
    public IDisposable? Owner { get; init; }

    /// <summary>Lets the files go that were opened for this model. Models that were converted from it stay whole.</summary>
    public void Dispose() => Owner?.Dispose();
}
