using System.Collections.Frozen;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>
/// DequantizeLinear → functions of that one tensor, with constants for the whole of it → QuantizeLinear, both of 8 bits →
/// Gather from the 256 results. What TFLite does for LOGISTIC, TANH, EXP and the like: exact on every runtime, but slower than
/// the functions themselves in most, so it is only done when asked for.
/// </summary>
public sealed class QuantizedTableOptimizer : NodeOptimizer
{
    private const int Entries = 256;

    private const int MaxNodes = 32;

    // Limits are not worth a table: runtimes have them in integers.
    private static readonly FrozenSet<string> Limits = FrozenSet.Create("Clip", "Relu", "Max", "Min", "Identity");

    private static readonly FrozenSet<string> Functions = FrozenSet.Create(
        "Abs", "Add", "Ceil", "Div", "Elu", "Exp", "Floor", "HardSigmoid", "HardSwish", "LeakyRelu", "Log", "Mul", "Neg", "Pow",
        "Reciprocal", "Round", "Sigmoid", "Sign", "Softplus", "Softsign", "Sqrt", "Sub", "Tanh");

    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) => TryReplace(node, context.Opset);

    private static bool TryReplace(Node node, int opset)
    {
        if (!QuantizationNode.TryRead(node, "QuantizeLinear", out QuantizationNode? quantize) || quantize.Value.Type.BitSize() != 8 || node.Outputs[0].IsUnused)
            return false;
        var region = new Region();
        if (!region.Add(quantize.Value.Input, node.Graph!) || region.Source is not { } source || !region.IsWorthwhile)
            return false;
        if (Table(source, node, opset) is not { } table)
            return false;

        Graph graph = node.Graph!;
        Value stored = source.Input;
        Value index = Insert(graph, node, "Cast", [stored], stored, ElementType.Int32, new NodeAttribute("to", (long)ElementType.Int32));
        if (source.Type == ElementType.Int8)
            index = Insert(graph, node, "Add", [index, graph.AddInitializer("lowest", TensorData.Scalar(-sbyte.MinValue))], stored, ElementType.Int32);
        Value values = graph.AddInitializer($"{node.Outputs[0].Name}_table", table);
        Value result = Insert(graph, node, "Gather", [values, index], stored, quantize.Value.Type, new NodeAttribute("axis", 0L));
        return Fusion.Bypass(node, result);
    }

    private static Value Insert(Graph graph, Node before, string opType, Value[] inputs, Value like, ElementType type, params ReadOnlySpan<NodeAttribute> attributes)
    {
        Node node = graph.InsertBefore(before, opType, inputs);
        node.Name = before.Name;
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        return node.AddOutput($"{before.Outputs[0].Name}_{opType}", new TensorType(type, like.Shape));
    }

    /// <summary>The quantized result for each integer, from the lowest on.</summary>
    private static TensorData? Table(QuantizationNode source, Node quantize, int opset)
    {
        byte lowest = source.Type == ElementType.Int8 ? (byte)0x80 : (byte)0;
        byte[] all = [.. Enumerable.Range(0, Entries).Select(i => (byte)(lowest + i))];
        var known = new Dictionary<Value, TensorData?> { [source.Input] = TensorData.FromBytes(source.Type, [Entries], all) };
        return Compute(quantize.Outputs[0], known, opset);
    }

    private static TensorData? Compute(Value value, Dictionary<Value, TensorData?> known, int opset)
    {
        if (known.TryGetValue(value, out TensorData? data))
            return data;
        if (value.Producer is not { } node)
            return value.Constant;
        TensorData?[] inputs = [.. node.Inputs.Select(input => input is null ? null : Compute(input, known, opset))];
        return known[value] = Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] outputs) ? outputs[0] : null;
    }

    /// <summary>The nodes behind one DequantizeLinear that lead to a value.</summary>
    private sealed class Region
    {
        private readonly HashSet<Node> _nodes = [];

        internal QuantizationNode? Source { get; private set; }

        internal bool IsWorthwhile => _nodes.Any(node => !Limits.Contains(node.OpType));

        /// <returns>Whether the value depends on nothing else.</returns>
        internal bool Add(Value value, Graph graph)
        {
            if (value.IsConstant)
                return value.Constant is { ElementCount: 1, Rank: 0 };
            if (value.Producer is not { Domain: "" } node || !ReferenceEquals(node.Graph, graph) || _nodes.Count == MaxNodes)
                return false;
            if (_nodes.Contains(node))
                return true;
            if (QuantizationNode.TryRead(node, "DequantizeLinear", out QuantizationNode? dequantize))
                return IsSource(dequantize.Value);
            if ((!Functions.Contains(node.OpType) && !Limits.Contains(node.OpType)) || !Evaluator.Knows(node))
                return false;
            _nodes.Add(node);
            return node.Inputs.All(input => input is null || Add(input, graph));
        }

        private bool IsSource(QuantizationNode node)
        {
            if (Source is { } source)
                return ReferenceEquals(source.Input, node.Input) && source.SameGrid(node);
            Source = node;
            return node.Type.BitSize() == 8 && !node.Input.IsConstant;
        }
    }
}
