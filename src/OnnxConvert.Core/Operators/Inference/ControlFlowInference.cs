using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Branches and loops: the graphs inside are inferred first, with what is known of their inputs.</summary>
internal static class ControlFlowInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(If, "If");
        table.Add(Loop, "Loop");
        table.Add(Scan, "Scan");
        table.Add(SequenceMap, "SequenceMap");
    }

    private static void If(InferenceContext c)
    {
        if (Body(c, "then_branch") is not { } then || Body(c, "else_branch") is not { } otherwise)
            return;
        ShapeInference.Run(then, c.Opset);
        ShapeInference.Run(otherwise, c.Opset);
        for (int i = 0; i < c.OutputCount && i < then.Outputs.Count && i < otherwise.Outputs.Count; i++)
            c.Set(i, Dims.Union(then.Outputs[i].Type, otherwise.Outputs[i].Type));
    }

    // Inputs: trip count, condition, carried values; the body has (iteration, condition, carried) -> (condition, carried, scan outputs).
    private static void Loop(InferenceContext c)
    {
        if (Body(c, "body") is not { } body)
            return;
        int carried = Math.Max(c.InputCount - 2, 0);
        if (body.Inputs.Count < carried + 2 || body.Outputs.Count < carried + 1)
            return;
        Describe(body.Inputs[0], new TensorType(ElementType.Int64, Shape.Scalar));
        Describe(body.Inputs[1], new TensorType(ElementType.Bool));
        // The shape of a carried value may change from one iteration to the next.
        for (int i = 0; i < carried; i++)
            Describe(body.Inputs[i + 2], WithoutShape(c.TypeOf(i + 2)));
        ShapeInference.Run(body, c.Opset);
        for (int i = 0; i < c.OutputCount && i + 1 < body.Outputs.Count; i++)
        {
            OnnxType? type = body.Outputs[i + 1].Type;
            if (i < carried)
                c.Set(i, Dims.Union(c.TypeOf(i + 2), type));
            else if (type is TensorType { Shape: var shape } tensor)
                c.Set(i, tensor.ElementType, shape is null ? null : new Shape([Dimension.Unknown, .. shape]));
        }
    }

    // Inputs: states, then the tensors that are scanned along an axis. Opset 8 has a batch dimension too and is left alone.
    private static void Scan(InferenceContext c)
    {
        if (c.Opset < 9 || Body(c, "body") is not { } body)
            return;
        int scans = (int)Math.Clamp(c.Int("num_scan_inputs", 0), 0, c.InputCount);
        int states = c.InputCount - scans;
        if (body.Inputs.Count < c.InputCount || body.Outputs.Count < states)
            return;
        Dimension length = Dimension.Unknown;
        for (int i = 0; i < c.InputCount; i++)
        {
            Shape? shape = c.Shape(i);
            if (i >= states && shape is { Rank: > 0 })
            {
                int axis = c.Axis(At(c, "scan_input_axes", i - states), shape.Rank);
                length = length.IsStatic ? length : shape[axis];
                shape = new Shape(shape.Where((_, d) => d != axis));
            }

            Describe(body.Inputs[i], new TensorType(c.Type(i), shape));
        }

        ShapeInference.Run(body, c.Opset);
        for (int i = 0; i < c.OutputCount && i < body.Outputs.Count; i++)
            c.Set(i, i < states ? body.Outputs[i].Type : Stacked(c, body.Outputs[i].Type, length, i - states));
    }

    private static TensorType? Stacked(InferenceContext c, OnnxType? type, Dimension length, int scan)
    {
        if (type is not TensorType { Shape: { } shape } tensor)
            return type is TensorType ? WithoutShape(type) : null;
        int axis = c.Axis(At(c, "scan_output_axes", scan), shape.Rank + 1);
        return new TensorType(tensor.ElementType, new Shape([.. shape.Take(axis), length, .. shape.Skip(axis)]));
    }

    private static void SequenceMap(InferenceContext c)
    {
        if (Body(c, "body") is not { } body)
            return;
        for (int i = 0; i < c.InputCount && i < body.Inputs.Count; i++)
            Describe(body.Inputs[i], c.TypeOf(i) is SequenceType sequence ? sequence.Item : c.TypeOf(i));
        ShapeInference.Run(body, c.Opset);
        for (int i = 0; i < c.OutputCount && i < body.Outputs.Count; i++)
        {
            if (body.Outputs[i].Type is { } item)
                c.Set(i, new SequenceType(item));
        }
    }

    private static long At(InferenceContext c, string attribute, int index) => c.Ints(attribute) is { } values && index < values.Length ? values[index] : 0;

    private static Graph? Body(InferenceContext c, string attribute) => c.Attribute(attribute, AttributeKind.Graph)?.Graph;

    private static void Describe(Value input, OnnxType? type)
    {
        bool contradiction = false;
        input.Type = TypeMerge.Merge(input.Type, type, ref contradiction);
    }

    private static TensorType? WithoutShape(OnnxType? type) => type is TensorType tensor ? new TensorType(tensor.ElementType) : null;
}
