using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>Carries a decided plan out: permutes operators, and transposes tensors where producer and reader still differ.</summary>
internal sealed class LayoutApplication(LayoutPlan plan, int opset)
{
    private readonly Dictionary<(Value, Permutation), Value> _forms = [];
    private readonly Output[] _outputs =
        [.. plan.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Outputs.Select((_, index) => new Output(graph, index)))];

    internal void Run()
    {
        // What everyone reads and in which order it will be computed is noted before anything changes.
        List<ReadTensor> tensors = [.. plan.Tensors.Select(tensor => new ReadTensor(tensor.Value, StoredForm(tensor), ReadsOf(tensor.Value), OutputsOf(tensor.Value)))];
        string[] names = [.. plan.Graph.Outputs.Select(output => output.Name)];
        foreach (LayoutOperation operation in plan.Operations.Where(operation => operation.IsPermuted))
            Permute(operation);
        foreach (ReadTensor tensor in tensors)
        {
            foreach ((Use use, Permutation form) in tensor.Reads)
                use.Node.SetInput(use.InputIndex, InForm(tensor.Value, tensor.Stored, form));
            foreach ((Output output, Permutation form) in tensor.Outputs)
                output.Graph.SetOutput(output.Index, InForm(tensor.Value, tensor.Stored, form));
        }

        NameOutputs(names);
    }

    private Permutation StoredForm(LayoutTensor tensor) =>
        plan.ProducerOf(tensor) is { IsPermuted: true } ? tensor.Alternative : Permutation.Identity(tensor.Alternative.Rank);

    private List<(Use, Permutation)> ReadsOf(Value value) =>
        [.. plan.ReadersOf(value).Select(read => (read.Use, plan.OperationOf(read.Use.Node)?.FormOf(read.Use.InputIndex, read.Through) ?? read.Through))];

    /// <summary>The outputs of the graph, and of graphs inside it, that show the value as it is or transposed.</summary>
    private List<(Output, Permutation)> OutputsOf(Value value)
    {
        var outputs = new List<(Output, Permutation)>();
        foreach (Output place in _outputs)
        {
            Value output = place.Graph.Outputs[place.Index];
            if (ReferenceEquals(output, value))
                outputs.Add((place, Permutation.Identity(value.Shape!.Rank)));
            else if (output.Producer is { } producer && plan.IsTranspose(producer) && ReferenceEquals(producer.Inputs[0], value))
                outputs.Add((place, LayoutPlan.PermutationOf(producer)));
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

    /// <summary>Gives the outputs the names that they had. Two of them may have become one value.</summary>
    private void NameOutputs(string[] names)
    {
        var named = new Dictionary<Value, string>();
        for (int i = 0; i < names.Length; i++)
        {
            Value output = plan.Graph.Outputs[i];
            if (!named.TryAdd(output, names[i]) && named[output] != names[i])
            {
                output = plan.Graph.AddNode("Identity", [output]).AddOutput("", output.Type);
                plan.Graph.SetOutput(i, output);
            }

            output.Name = names[i];
        }
    }

    private sealed record ReadTensor(Value Value, Permutation Stored, List<(Use, Permutation)> Reads, List<(Output, Permutation)> Outputs);

    private readonly record struct Output(Graph Graph, int Index);
}
