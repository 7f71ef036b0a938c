using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

/// <summary>
/// One source operator that is being converted. A handler asks for a view of each input, real-valued or raw, emits nodes,
/// and sets each result; whatever quantization asks for in between appears by itself, once for each tensor.
/// </summary>
public sealed partial class OpContext
{
    private const int MaxTableLength = 1 << 20;

    private readonly GraphConverter _converter;
    private readonly TensorMap _tensors;
    private readonly OperatorReport _report;

    internal OpContext(Node node, GraphConverter converter, OperatorReport report)
    {
        Node = node;
        _converter = converter;
        _tensors = converter.Tensors;
        _report = report;
    }

    /// <summary>The source node. Handlers never change it.</summary>
    public Node Node { get; }

    /// <summary>Writes the ONNX nodes.</summary>
    public Emitter Emit => _converter.Scope.Emit;

    /// <summary>The target version of ONNX's own operators.</summary>
    public int Opset => Emit.Opset;

    /// <summary>The source model's graphs by index, the main one first.</summary>
    public IReadOnlyList<Graph> Subgraphs => _converter.Run.Graphs;

    /// <summary>Whether a float model is being made of a quantized one.</summary>
    public bool IsDequantizing => _tensors.IsDequantizing;

    /// <summary>The number of inputs, left out ones among them.</summary>
    public int InputCount => Node.Inputs.Count;

    /// <summary>The number of outputs.</summary>
    public int OutputCount => Node.Outputs.Count;

    /// <summary>Whether the input is there.</summary>
    public bool HasInput(int index) => Node.Input(index) is not null;

    /// <summary>The source tensor at an input: name, declared type and shape, quantization.</summary>
    /// <exception cref="UnsupportedModelException">The input is missing.</exception>
    public Value Input(int index) => Node.Input(index) ?? throw NotSupported($"input {index} is missing; the operator needs it");

    /// <summary>The source tensor at an output.</summary>
    public Value Output(int index) => index < OutputCount ? Node.Outputs[index] : throw NotSupported($"output {index} is missing");

    /// <summary>The declared element type of an input.</summary>
    public ElementType InputType(int index) => Input(index).ElementType;

    /// <summary>The declared element type of an output.</summary>
    public ElementType OutputType(int index) => Output(index).ElementType;

    /// <summary>
    /// The contents of an input exactly as stored where it is constant, or, unless it is quantized, where it follows from constants
    /// and known sizes; null when it is computed or missing.
    /// </summary>
    public TensorData? Constant(int index) => Node.Input(index) is { } value ? value.Constant ?? _tensors.Contents(value) : null;

    /// <summary>As <see cref="Constant"/>, an integer input as int64.</summary>
    public long[]? ConstantInts(int index) => Constant(index) is { } data && (data.ElementType.IsInteger() || data.ElementType == ElementType.Bool)
        ? Numbers.ToInt64(data)
        : null;

    /// <summary>As <see cref="ConstantInts"/>, for what must be constant.</summary>
    /// <exception cref="UnsupportedModelException">The input is computed, or holds no integers.</exception>
    public long[] RequireInts(int index, string role) => ConstantInts(index)
        ?? throw NotSupported($"{role} must be a constant integer tensor", Node.Input(index));

    /// <summary>Whether an input's integers stand for real numbers.</summary>
    public bool IsQuantized(int index) => Node.Input(index) is { } value && TensorMap.IsQuantized(value);

    /// <summary>Whether an output's integers stand for real numbers.</summary>
    public bool IsOutputQuantized(int index) => TensorMap.IsQuantized(Output(index));

    /// <summary>The shape of an input as far as it is known, from what was emitted for it or else from the file; null when not even the rank is.</summary>
    public Shape? Shape(int index) => _tensors.ShapeOf(Input(index));

    /// <summary>The sizes of an input, or null when one of them is not known.</summary>
    public long[]? Sizes(int index) => Shape(index)?.ToSizes();

    /// <summary>The rank of an input.</summary>
    /// <exception cref="UnsupportedModelException">It is not known.</exception>
    public int Rank(int index) => Shape(index)?.Rank ?? throw NotSupported("the rank must be known", Input(index));

    /// <summary>One dimension of an input.</summary>
    /// <exception cref="UnsupportedModelException">It is not known.</exception>
    public long Size(int index, int axis)
    {
        Shape? shape = Shape(index);
        int counted = axis < 0 ? axis + (shape?.Rank ?? 0) : axis;
        if (shape is not null && (counted < 0 || counted >= shape.Rank))
            throw NotSupported($"has the shape {shape}, where the operator takes a dimension {axis}", Input(index));
        return shape?[counted].Size ?? throw NotSupported($"the size of dimension {axis} must be known", Input(index));
    }

    /// <summary>An integer, enumeration or bool option; 0 when the file leaves it out.</summary>
    public long Int(string option) => Node.Attributes.Int(option);

    /// <summary>A bool option; false when the file leaves it out.</summary>
    public bool Flag(string option) => Node.Attributes.Int(option) != 0;

    /// <summary>A float option; 0 when the file leaves it out.</summary>
    public float Float(string option) => Node.Attributes.Float(option);

    /// <summary>A text option; empty when the file leaves it out.</summary>
    public string Text(string option) => Node.Attributes.String(option);

    /// <summary>The source graph to which an option refers by index.</summary>
    public Graph Subgraph(string option) => Subgraphs[(int)Int(option)];

    /// <summary>Converts this operator by the handler that is registered for another operator, if there is one.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryHandler(string domain, string opType)
    {
        if (_converter.Run.Registry.FindHandler(domain, opType, Opset) is not { } registered)
            return false;
        registered.Handler.Convert(this);
        return true;
    }

    /// <summary>An axis counted from the front; negative ones count from the back.</summary>
    /// <exception cref="UnsupportedModelException">It lies outside of the rank.</exception>
    public int Axis(long axis, int rank)
    {
        long counted = axis < 0 ? axis + rank : axis;
        return counted >= 0 && counted < Math.Max(rank, 1)
            ? (int)counted
            : throw NotSupported($"axis {axis} lies outside of rank {rank}");
    }

    /// <summary>The length of a table that a handler computes from what the file says: indices, windows of ones. A broken file must not make it endless.</summary>
    /// <param name="length">The number of elements.</param>
    /// <param name="role">What the table is, for the message.</param>
    /// <exception cref="UnsupportedModelException">It is negative or more than 1,048,576.</exception>
    public int TableLength(long length, string role) => length is >= 0 and <= MaxTableLength
        ? (int)length
        : throw NotSupported($"{role} would have {length} elements; at most {MaxTableLength} are possible");

    /// <summary>Remembers what was approximated, for the report.</summary>
    public void Remark(string remark) => _report.Remarks.Add(remark);

    /// <summary>The exception to throw for what cannot be converted. The pipeline goes on with the other nodes and reports all of them at once.</summary>
    /// <param name="reason">What is in the way, and what would work.</param>
    /// <param name="tensor">The source tensor that the reason is about, or null.</param>
    public UnsupportedModelException NotSupported(string reason, Value? tensor = null) =>
        new([new UnsupportedItem(Node.OpType, Node.Name, tensor?.Name, reason)]);
}
