namespace OnnxConvert.Cli.Inspect;

/// <summary>What <c>inspect</c> shows of a model file.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Format">Such as <c>TFLite version 3</c> or <c>ONNX IR version 8</c>.</param>
/// <param name="Bytes">The size of the file.</param>
internal sealed record ModelSummary(string File, string Format, long Bytes)
{
    /// <summary>Facts of the file as a whole, such as producer, opsets, description.</summary>
    public IReadOnlyList<(string Name, string Text)> Facts { get; init; } = [];

    /// <summary>The main graph first.</summary>
    public IReadOnlyList<GraphSummary> Graphs { get; init; } = [];

    public IReadOnlyList<SignatureSummary> Signatures { get; init; } = [];

    public IReadOnlyList<(string Name, string Text)> Metadata { get; init; } = [];

    /// <summary>What only one format has, under headings.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<(string Name, string Text)> Rows)> Sections { get; init; } = [];

    /// <summary>What is odd about the file.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One graph: what goes in and out, and what it is made of.</summary>
internal sealed record GraphSummary(string Name)
{
    public IReadOnlyList<TensorSummary> Inputs { get; init; } = [];

    public IReadOnlyList<TensorSummary> Outputs { get; init; } = [];

    /// <summary>Operators by how often they occur.</summary>
    public IReadOnlyList<(string Operator, int Count)> Operators { get; init; } = [];

    public int Constants { get; init; }

    public long ConstantBytes { get; init; }

    /// <summary>Every tensor, if asked for.</summary>
    public IReadOnlyList<(string Name, string Text)>? Tensors { get; init; }

    /// <summary>Every node by its operator, if asked for.</summary>
    public IReadOnlyList<(string Name, string Text)>? Nodes { get; init; }
}

/// <summary>A named tensor; <see cref="Text"/> is how people read its type.</summary>
internal sealed record TensorSummary(string Name, string Text);

/// <summary>An entry point: names for inputs and outputs, each with the tensor it stands for.</summary>
internal sealed record SignatureSummary(
    string Key, IReadOnlyList<(string Name, string Tensor)> Inputs, IReadOnlyList<(string Name, string Tensor)> Outputs);
