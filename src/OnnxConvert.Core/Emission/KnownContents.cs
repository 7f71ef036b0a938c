using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Emission;

/// <summary>
/// What values of a graph that is being written hold, where that follows from constants and known sizes. Each is looked at once,
/// and only small tensors are computed: shapes, axes, indices.
/// </summary>
internal sealed class KnownContents(int opset, ValueFacts facts)
{
    private const int LongestWalk = 64;
    private const long LargestTensor = 1 << 16;
    private readonly Dictionary<Value, TensorData?> _known = [];

    /// <summary>The contents of a value that every run finds the same, else null.</summary>
    internal TensorData? Of(Value value) => Of(value, LongestWalk);

    private TensorData? Of(Value value, int steps)
    {
        if (value.Constant is { } constant)
            return constant;
        if (value.Producer is not { } node || steps == 0)
            return null;
        if (!_known.TryGetValue(value, out TensorData? data))
            _known[value] = data = Computed(value, node, steps) ?? SomeSizes(value);
        return data;
    }

    private TensorData? Computed(Value value, Node node, int steps)
    {
        if (!Evaluator.Knows(node) || !IsSmall(value))
            return null;
        var inputs = new TensorData?[node.Inputs.Count];
        for (int i = 0; i < inputs.Length && node.OpType is not ("Shape" or "Size"); i++)
        {
            if (node.Inputs[i] is not { } input)
                continue;
            inputs[i] = Of(input, steps - 1);
            if (inputs[i] is not { ElementCount: <= LargestTensor })
                return null;
        }

        return Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] outputs) ? outputs[value.ProducerIndex] : null;
    }

    /// <summary>Known sizes of a tensor of which others are not known.</summary>
    private TensorData? SomeSizes(Value value) =>
        value.ElementType is ElementType.Int32 or ElementType.Int64 && IsSmall(value) && value.Shape!.ToSizes() is { } dims
            && facts.IntegersOf(value) is { } sizes && sizes.Length == value.Shape.ElementCount
            ? Numbers.Integers(sizes, value.ElementType).Reshape(dims)
            : null;

    private static bool IsSmall(Value value) => value.Shape?.ElementCount is >= 0 and <= LargestTensor;
}
