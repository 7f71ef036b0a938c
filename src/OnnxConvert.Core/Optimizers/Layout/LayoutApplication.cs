using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>Carries a decided plan out: permutes operators, and transposes tensors where producer and reader still differ.</summary>
internal sealed class LayoutApplication(LayoutPlan plan, int opset)
{
    private readonly Dictionary<(Value, Permutation), Value> _forms = [];

    internal void Run()
    {
        // What everyone reads is noted before anything changes.
        List<(LayoutTensor Tensor, List<(Use Use, Permutation Form)> Reads, List<(int Output, Permutation Form)> Outputs)> tensors =
            [.. plan.Tensors.Select(tensor => (tensor, ReadsOf(tensor.Value), OutputsOf(tensor.Value)))];
        foreach (LayoutOperation operation in plan.Operations.Where(operation => operation.IsPermuted))
            Permute(operation);
        foreach ((LayoutTensor tensor, List<(Use Use, Permutation Form)> reads, List<(int Output, Permutation Form)> outputs) in tensors)
        {
            Permutation stored = plan.ProducerOf(tensor) is { IsPermuted: true } ? tensor.Alternative : Permutation.Identity(tensor.Alternative.Rank);
            foreach ((Use use, Permutation form) in reads)
                use.Node.SetInput(use.InputIndex, InForm(tensor.Value, stored, form));
            foreach ((int output, Permutation form) in outputs)
                SetOutput(output, InForm(tensor.Value, stored, form));
        }
    }

    private List<(Use, Permutation)> ReadsOf(Value value) =>
        [.. plan.ReadersOf(value).Select(read => (read.Use, plan.OperationOf(read.Use.Node)?.FormOf(read.Use.InputIndex, read.Through) ?? read.Through))];

    private List<(int, Permutation)> OutputsOf(Value value)
    {
        var outputs = new List<(int, Permutation)>();
        for (int i = 0; i < plan.Graph.Outputs.Count; i++)
        {
            Value output = plan.Graph.Outputs[i];
            if (ReferenceEquals(output, value))
                outputs.Add((i, Permutation.Identity(value.Shape!.Rank)));
            else if (output.Producer is { } producer && plan.IsTranspose(producer) && ReferenceEquals(producer.Inputs[0], value))
                outputs.Add((i, LayoutPlan.PermutationOf(producer)));
        }

        return outputs;
    }

    private void Permute(LayoutOperation operation)
    {
        Node node = operation.Node;
        Permutation input = operation.Rule.InputOf(node, operation.Permutation);
        Permutation output = operation.Rule.OutputOf(node, operation.Permutation);
        foreach (int i in operation.Rule.DataInputs(node))
        {
            if (node.Input(i) is { } value)
                node.SetInput(i, PermutedConstant.Of(value, input, node));
        }

        operation.Rule.Apply(node, operation.Permutation, opset);
        foreach (Value value in node.Outputs)
        {
            if (value.Type is TensorType { Shape: { } shape } type && shape.Rank == output.Rank)
                value.Type = type with { Shape = shape.Permute(output.Axes) };
        }
    }

    /// <summary>The tensor in an order of dimensions; <paramref name="form"/> and <paramref name="stored"/> both start from the order before the change.</summary>
    private Value InForm(Value value, Permutation stored, Permutation form)
    {
        Permutation missing = stored.Inverse.Then(form);
        if (missing.IsIdentity)
            return value;
        if (_forms.TryGetValue((value, missing), out Value? known))
            return known;
        Node? first = plan.Graph.Nodes.FirstOrDefault();
        Node transpose = value.Producer is { } producer
            ? plan.Graph.InsertAfter(producer, "Transpose", [value])
            : plan.Graph.InsertBefore(first!, "Transpose", [value]);
        transpose.Name = $"{value.Name}_transpose";
        transpose.Attributes.Set(new NodeAttribute("perm", [.. missing.Axes.ToArray().Select(axis => (long)axis)]));
        Value output = transpose.AddOutput($"{value.Name}_transposed", value.Type is TensorType type ? type with { Shape = type.Shape!.Permute(missing.Axes) } : value.Type);
        _forms.Add((value, missing), output);
        return output;
    }

    private void SetOutput(int index, Value value)
    {
        Value old = plan.Graph.Outputs[index];
        if (ReferenceEquals(old, value))
            return;
        (old.Name, value.Name) = (value.Name, old.Name);
        plan.Graph.SetOutput(index, value);
    }
}
