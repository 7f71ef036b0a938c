using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Computes what nodes with constant inputs give. Plain code for small tensors: shapes, indices, scales, masks.</summary>
public static class Evaluator
{
    /// <summary>Whether an operator of ONNX's own domain can be computed.</summary>
    public static bool Knows(Node node) => node.Domain.Length == 0 && OperatorRegistry.Find(node)?.CanEvaluate == true;

    /// <summary>Computes the outputs of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <param name="inputs">The contents of its inputs; null where one is left out or not constant. Shape and Size need none if the sizes are known.</param>
    /// <param name="outputs">What the node gives, one for each of its outputs.</param>
    /// <returns>Whether the node could be computed; false also for nodes that cannot be right, which is not for this class to say.</returns>
    public static bool TryEvaluate(Node node, int opset, ReadOnlySpan<TensorData?> inputs, out TensorData[] outputs)
    {
        outputs = [];
        if (!Knows(node) || LacksInput(node, inputs))
            return false;
        var call = new EvaluationCall(new OperatorCall(node, opset), inputs.ToArray()) { DataShape = node.Input(0)?.Shape };
        return TryEvaluate(OperatorRegistry.Find(node)!, call, out outputs) && outputs.Length >= node.Outputs.Count;
    }

    internal static bool TryEvaluate(OperatorDefinition definition, EvaluationCall call, out TensorData[] outputs)
    {
        try
        {
            outputs = definition.EvaluateAll(call) ?? [];
            return outputs.Length > 0;
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException or InvalidOperationException or NotSupportedException or InvalidModelException)
        {
            // Division by zero, sizes that do not fit, attributes of another kind: left as they are for whoever runs the model.
            outputs = [];
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
}
