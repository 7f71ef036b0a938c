using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>A tensor of a subgraph as the file describes it; it becomes a value when something refers to it.</summary>
internal sealed class SourceTensor
{
    /// <summary>Unique in its subgraph.</summary>
    public required string Name { get; init; }

    /// <summary>Subgraph, index and name, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>The type, without a shape where the file leaves it open.</summary>
    public required OnnxType Type { get; init; }

    /// <summary>The contents of a constant, else null.</summary>
    public TensorData? Constant { get; init; }

    public QuantizationParameters? Quantization { get; init; }

    public BlockParameters? Blocks { get; init; }

    public bool IsVariable { get; init; }

    /// <summary>Whether the file says that it means the rank it states. Older files never do.</summary>
    public bool HasRank { get; init; }
}
