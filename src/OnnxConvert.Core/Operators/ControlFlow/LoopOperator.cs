using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.ControlFlow;

/// <summary>Loop: a graph again and again. Inputs: trip count, condition, carried values; the body has (iteration, condition, carried) -> (condition, carried, scan outputs).</summary>
[Defines("Loop")]
internal sealed class LoopOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        int carried = Math.Max(c.InputCount - 2, 0);
        if (c.Attribute("body", AttributeKind.Graph)?.Graph is not { } body || body.Inputs.Count < carried + 2 || body.Outputs.Count < carried + 1)
            return;
        var inputs = new OnnxType?[carried + 2];
        inputs[0] = new TensorType(ElementType.Int64, CounterShape(body));
        inputs[1] = new TensorType(ElementType.Bool);
        // The shape of a carried value may change from one iteration to the next.
        for (int i = 2; i < inputs.Length; i++)
            inputs[i] = c.TypeOf(i) is TensorType tensor ? new TensorType(tensor.ElementType) : null;
        if (c.InferGraph("body", inputs) is not { } outputs)
            return;
        for (int i = 0; i < c.OutputCount && i + 1 < outputs.Length; i++)
        {
            OnnxType? type = outputs[i + 1];
            if (i < carried)
                c.Set(i, Dims.Union(c.TypeOf(i + 2), type));
            else if (type is TensorType { Shape: var shape } tensor)
                c.Set(i, tensor.ElementType, shape is null ? null : new Shape([Dimension.Unknown, .. shape]));
        }
    }

    /// <summary>A scalar, or a vector of one element where the body declares it so: ONNX Runtime gives it what it declares.</summary>
    private static Shape CounterShape(Graph body) => body.Inputs[0].Shape is { Rank: 1 } vector ? vector : Shape.Scalar;
}
