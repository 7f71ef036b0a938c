using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.ControlFlow;

/// <summary>Scan: a graph for each slice of its inputs. Inputs: states, then the tensors that are scanned along an axis. Opset 8 has a batch dimension too and is left alone.</summary>
[Defines("Scan")]
internal sealed class ScanOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Opset < 9 || c.Attribute("body", AttributeKind.Graph)?.Graph is not { } body)
            return;
        int scans = (int)Math.Clamp(c.Int("num_scan_inputs", 0), 0, c.InputCount);
        int states = c.InputCount - scans;
        if (body.Inputs.Count < c.InputCount || body.Outputs.Count < states)
            return;
        Dimension length = Dimension.Unknown;
        var inputs = new OnnxType?[c.InputCount];
        for (int i = 0; i < inputs.Length; i++)
        {
            Shape? shape = c.Shape(i);
            if (i >= states && shape is { Rank: > 0 })
            {
                int axis = c.Axis(At(c, "scan_input_axes", i - states), shape.Rank);
                length = length.IsStatic ? length : shape[axis];
                shape = new Shape(shape.Where((_, d) => d != axis));
            }

            inputs[i] = new TensorType(c.Type(i), shape);
        }

        if (c.InferGraph("body", inputs) is not { } outputs)
            return;
        for (int i = 0; i < c.OutputCount && i < outputs.Length; i++)
            c.Set(i, i < states ? outputs[i] : Stacked(c, outputs[i], length, i - states));
    }

    private static TensorType? Stacked(InferenceCall c, OnnxType? type, Dimension length, int scan)
    {
        if (type is not TensorType tensor)
            return null;
        if (tensor.Shape is not { } shape)
            return new TensorType(tensor.ElementType);
        int axis = c.Axis(At(c, "scan_output_axes", scan), shape.Rank + 1);
        return new TensorType(tensor.ElementType, new Shape([.. shape.Take(axis), length, .. shape.Skip(axis)]));
    }

    private static long At(InferenceCall c, string attribute, int index) => c.Ints(attribute) is { } values && index < values.Length ? values[index] : 0;
}
