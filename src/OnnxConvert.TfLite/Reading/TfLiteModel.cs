using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite;

/// <summary>A TFLite model as a source graph, with everything the file says beside it.</summary>
/// <remarks>
/// Nodes have the domain <see cref="TfLiteOps.Domain"/> and the builtin operator's name, or <see cref="TfLiteOps.CustomDomain"/>
/// and the custom code. Attributes are named as the fields of the operator's options; an operator without options has
/// none. Operators that run other subgraphs refer to them by index attributes. A model from a file owns the file's mapping.
/// </remarks>
public sealed class TfLiteModel : IDisposable
{
    /// <summary>
    /// The key in <see cref="Value.Metadata"/> of the block size of a tensor in <see cref="BlockQuantization"/>: such a tensor
    /// has no <see cref="Value.Quantization"/>, yet its numbers are not what they seem.
    /// </summary>
    public const string BlockSizeKey = "tflite.block_size";

    private readonly TfLiteFile _file;

    internal TfLiteModel(TfLiteFile file, Model model, ImmutableArray<Graph> subgraphs)
    {
        _file = file;
        Model = model;
        Subgraphs = subgraphs;
    }

    /// <summary>The main model: its graph is the first subgraph.</summary>
    public Model Model { get; }

    /// <summary>All subgraphs, by index; the first is the main graph.</summary>
    public ImmutableArray<Graph> Subgraphs { get; }

    /// <summary>The version of the schema; 3 in practice.</summary>
    public int SchemaVersion { get; internal init; }

    /// <summary>The description in the file, or an empty string.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>The oldest TFLite runtime that runs the model, as the file states it, or null.</summary>
    public string? MinRuntimeVersion { get; internal init; }

    /// <summary>The entry points, in the order of the file; often none.</summary>
    public ImmutableArray<TfLiteSignature> Signatures { get; internal init; } = [];

    /// <summary>Named blocks of bytes, in the order of the file.</summary>
    public ImmutableArray<TfLiteMetadata> Metadata { get; internal init; } = [];

    /// <summary>What the makers of the model say about it, its inputs and its outputs; null if nothing.</summary>
    public TfLiteModelMetadata? ModelMetadata { get; internal init; }

    /// <summary>The files in the ZIP archive that follows the model; often none.</summary>
    public ImmutableArray<TfLiteAssociatedFile> AssociatedFiles { get; internal init; } = [];

    /// <summary>The contents of one of <see cref="AssociatedFiles"/>.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <exception cref="ArgumentException">There is no file of that name.</exception>
    /// <exception cref="InvalidModelException">The archive is broken.</exception>
    /// <exception cref="UnsupportedModelException">The file is larger than 2 GB.</exception>
    public ReadOnlyMemory<byte> ReadAssociatedFile(string name) => AssociatedFileReader.Read(_file, name);

    /// <summary>Block-wise and multi-axis quantization, of the tensors that have it.</summary>
    public IReadOnlyDictionary<Value, TfLiteBlockQuantization> BlockQuantization { get; internal init; } = ImmutableDictionary<Value, TfLiteBlockQuantization>.Empty;

    /// <summary>What is odd about the file but was read nevertheless.</summary>
    public ImmutableArray<string> Warnings { get; internal init; } = [];

    /// <summary>
    /// Lets the file go that the model was read from. Constants, metadata and associated files that lie in it throw <see cref="ObjectDisposedException"/>
    /// from then on; models that were converted from this one own the file too and stay whole.
    /// </summary>
    public void Dispose() => Model.Dispose();
}
