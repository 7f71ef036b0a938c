using System.Collections.Frozen;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Computes what nodes with constant inputs give. Plain code for small tensors: shapes, indices, scales, masks.</summary>
internal static class Evaluator
{
    private static readonly FrozenDictionary<string, Func<EvaluationContext, TensorData[]?>> Evaluators = Table().ToFrozenDictionary();

    /// <summary>Whether there is an evaluator for an operator of ONNX's own domain.</summary>
    internal static bool Knows(Node node) => node.Domain.Length == 0 && Evaluators.ContainsKey(node.OpType);

    /// <summary>Computes the outputs of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <param name="inputs">The contents of its inputs; null where one is left out or not constant. Shape and Size need none if the sizes are known.</param>
    /// <param name="outputs">What the node gives, one for each of its outputs.</param>
    /// <returns>Whether the node could be computed; false also for nodes that cannot be right, which is not for this class to say.</returns>
    internal static bool TryEvaluate(Node node, int opset, ReadOnlySpan<TensorData?> inputs, out TensorData[] outputs)
    {
        outputs = [];
        if (node.Domain.Length > 0 || !Evaluators.TryGetValue(node.OpType, out Func<EvaluationContext, TensorData[]?>? evaluate) || LacksInput(node, inputs))
            return false;
        try
        {
            outputs = evaluate(new EvaluationContext(node, opset, inputs.ToArray())) ?? [];
            return outputs.Length > 0 && outputs.Length >= node.Outputs.Count;
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // Division by zero, sizes that do not fit, attributes of another kind: left as they are for whoever runs the model.
            return false;
        }
    }

    private static bool LacksInput(Node node, ReadOnlySpan<TensorData?> inputs)
    {
        if (node.OpType is "Shape" or "Size")
            return false;
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (node.Inputs[i] is not null && (i >= inputs.Length || inputs[i] is null))
                return true;
        }

        return false;
    }

    private static IEnumerable<KeyValuePair<string, Func<EvaluationContext, TensorData[]?>>> Table() =>
    [
        .. One(ArithmeticEvaluator.Evaluate, "Add", "Sub", "Mul", "Div", "Mod", "Max", "Min", "Sum"),
        .. One(PowerEvaluator.Evaluate, "Pow"),
        .. One(SignEvaluator.Evaluate, "Neg", "Abs", "Relu", "Sign"),
        .. One(RealFunctionEvaluator.Evaluate, "Sqrt", "Reciprocal", "Floor", "Ceil", "Round", "Exp", "Log"),
        .. One(ActivationEvaluator.Evaluate, "Sigmoid", "Tanh", "Softplus", "Softsign", "Elu", "LeakyRelu", "HardSigmoid", "HardSwish"),
        .. One(ComparisonEvaluator.Evaluate, "Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"),
        .. One(LogicEvaluator.Evaluate, "And", "Or", "Xor", "Not"),
        .. One(WhereEvaluator.Evaluate, "Where"),
        .. One(ClipEvaluator.Evaluate, "Clip"),
        .. One(CastEvaluator.Evaluate, "Cast"),
        .. One(SizeEvaluator.Evaluate, "Shape", "Size"),
        .. One(context => TensorData.Scalar(context.Optional(0) is not null), "OptionalHasElement"),
        .. One(ReshapeEvaluator.Evaluate, "Reshape", "Squeeze", "Unsqueeze", "Flatten"),
        .. One(TransposeEvaluator.Evaluate, "Transpose"),
        .. One(ConcatEvaluator.Evaluate, "Concat"),
        .. One(SliceEvaluator.Evaluate, "Slice"),
        .. One(GatherEvaluator.Evaluate, "Gather", "GatherElements"),
        .. One(ScatterNDEvaluator.Evaluate, "ScatterND"),
        .. One(RepeatEvaluator.Evaluate, "Expand", "Tile"),
        .. One(PadEvaluator.Evaluate, "Pad"),
        .. One(ConstantEvaluator.Evaluate, "Constant", "ConstantOfShape", "Identity"),
        .. One(RangeEvaluator.Evaluate, "Range"),
        .. One(ReductionEvaluator.Evaluate, "ReduceSum", "ReduceProd", "ReduceMax", "ReduceMin", "ReduceMean"),
        .. One(NonZeroEvaluator.Evaluate, "NonZero"),
        .. One(QuantizationEvaluator.Evaluate, "QuantizeLinear", "DequantizeLinear"),
        new("Split", SplitEvaluator.Evaluate),
    ];

    private static IEnumerable<KeyValuePair<string, Func<EvaluationContext, TensorData[]?>>> One(Func<EvaluationContext, TensorData?> evaluate, params string[] opTypes) =>
        opTypes.Select(opType => KeyValuePair.Create<string, Func<EvaluationContext, TensorData[]?>>(opType, context => evaluate(context) is { } output ? [output] : null));
}
