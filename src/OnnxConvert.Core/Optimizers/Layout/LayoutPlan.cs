using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>
/// Which tensors and operators of a graph can be permuted, and how, so that transposes may vanish. Starting from the
/// tensors that are transposed somewhere, the permutation is carried from operator to operator as far as it goes.
/// </summary>
internal sealed class LayoutPlan
{
    private readonly Dictionary<Node, LayoutOperation?> _operations = [];
    private readonly OrderedDictionary<Value, LayoutTensor> _tensors = [];
    private readonly Queue<LayoutTensor> _pending = new();
    private readonly LayoutComponent _component = new();
    private readonly int _opset;
    private readonly Func<Node, int, LayoutRule?> _findRule;

    internal LayoutPlan(Graph graph, int opset, Func<Node, int, LayoutRule?> findRule)
    {
        Graph = graph;
        _opset = opset;
        _findRule = findRule;
        foreach (Node node in graph.Nodes)
        {
            if (!IsTranspose(node) || _tensors.ContainsKey(node.Inputs[0]!))
                continue;
            _component.Start();
            Add(new LayoutTensor(node.Inputs[0]!, PermutationOf(node), flipped: false));
            while (_pending.TryDequeue(out LayoutTensor? tensor))
                Spread(tensor);
        }
    }

    internal Graph Graph { get; }

    internal IEnumerable<LayoutTensor> Tensors => _tensors.Values;

    internal IEnumerable<LayoutOperation> Operations => _operations.Values.OfType<LayoutOperation>();

    internal LayoutOperation? OperationOf(Node? node) => node is null ? null : _operations.GetValueOrDefault(node);

    /// <summary>The operator whose decision settles in which order the tensor is computed, or null when that is fixed.</summary>
    internal LayoutOperation? ProducerOf(LayoutTensor tensor) =>
        OperationOf(tensor.Value.Producer) is { } operation && !operation.Rule.OutputOf(operation.Node, operation.Permutation).IsIdentity ? operation : null;

    /// <summary>All readers of a tensor with the permutation through which they read it, transposes looked through.</summary>
    internal IEnumerable<(Use Use, Permutation Through)> ReadersOf(Value value)
    {
        Permutation identity = Permutation.Identity(value.Shape!.Rank);
        foreach (Use use in value.Uses)
        {
            if (!IsTranspose(use.Node))
            {
                yield return (use, identity);
                continue;
            }

            foreach (Use through in use.Node.Outputs[0].Uses)
                yield return (through, PermutationOf(use.Node));
        }
    }

    /// <summary>Whether a node of this graph is a Transpose that the plan may dissolve.</summary>
    internal bool IsTranspose(Node node) =>
        node.Is("Transpose") && ReferenceEquals(node.Graph, Graph) && node.Inputs[0] is { IsConstant: false, Shape: { } shape } input
        && node.Attributes.Ints("perm").Length == shape.Rank && ReferenceEquals(input.Graph, Graph) && input.Producer?.Is("Transpose") != true;

    internal static Permutation PermutationOf(Node transpose) => new([.. transpose.Attributes.Ints("perm").Select(axis => (int)axis)]);

    /// <summary>The tensor behind a value, and the permutation through which the value shows it.</summary>
    private (Value Value, Permutation Through) Origin(Value value) => value.Producer is { } producer && IsTranspose(producer)
        ? (producer.Inputs[0]!, PermutationOf(producer))
        : (value, Permutation.Identity(value.Shape!.Rank));

    private void Add(LayoutTensor tensor)
    {
        _tensors.Add(tensor.Value, tensor);
        _component.Add(tensor);
        _pending.Enqueue(tensor);
    }

    private void Spread(LayoutTensor tensor)
    {
        if (tensor.Value.Producer is { } producer && ReferenceEquals(producer.Graph, Graph))
            TryAdd(producer, rule => rule.FromOutput(producer, tensor.Alternative), tensor.Flipped);
        foreach ((Use use, Permutation through) in ReadersOf(tensor.Value).ToArray())
        {
            if (!ReferenceEquals(use.Node.Graph, Graph))
                continue;
            // Read as it is, the operator goes with the tensor; read through the alternative, it goes the opposite way.
            if (through.IsIdentity)
                TryAdd(use.Node, rule => FromInput(rule, use, tensor.Alternative), tensor.Flipped);
            else if (through.Equals(tensor.Alternative))
                TryAdd(use.Node, rule => FromInput(rule, use, through.Inverse), !tensor.Flipped);
        }
    }

    private static Permutation? FromInput(LayoutRule rule, Use use, Permutation permutation) =>
        rule.DataInputs(use.Node).Contains(use.InputIndex) ? rule.FromInput(use.Node, permutation) : null;

    /// <summary>Takes an operator into the plan if everything around it can go along.</summary>
    private void TryAdd(Node node, Func<LayoutRule, Permutation?> derive, bool flipped)
    {
        if (_operations.ContainsKey(node) || _findRule(node, _opset) is not { } rule || derive(rule) is not { } permutation)
            return;
        _operations.Add(node, null);
        var operation = new LayoutOperation(node, rule, permutation, flipped);
        List<LayoutTensor>? around = Surroundings(operation);
        if (around is null || !_component.TryOrient(operation, [.. around.Select(tensor => (tensor, _tensors.GetValueOrDefault(tensor.Value)))]))
            return;
        _operations[node] = operation;
        _component.Add(operation);
        foreach (LayoutTensor tensor in around)
        {
            if (!_tensors.ContainsKey(tensor.Value))
                Add(tensor);
        }
    }

    /// <summary>The tensors that the operator would permute, or null when one of them is bound to another order already.</summary>
    private List<LayoutTensor>? Surroundings(LayoutOperation operation)
    {
        var around = new List<LayoutTensor>();
        foreach (int i in operation.Rule.DataInputs(operation.Node))
        {
            if (operation.Node.Input(i) is not { IsConstant: false, Shape: not null } input || !operation.ReadsPermuted(i))
                continue;
            if (!ReferenceEquals(input.Graph, Graph))
                return null;
            (Value value, Permutation through) = Origin(input);
            Permutation permutation = operation.Rule.InputOf(operation.Node, operation.Permutation);
            if (!through.IsIdentity && !through.Then(permutation).IsIdentity)
                return null;
            around.Add(through.IsIdentity
                ? new LayoutTensor(value, permutation, operation.Flipped)
                : new LayoutTensor(value, through, !operation.Flipped));
        }

        Permutation output = operation.Rule.OutputOf(operation.Node, operation.Permutation);
        if (!output.IsIdentity)
            around.AddRange(operation.Node.Outputs.Where(value => value.Shape?.Rank == output.Rank).Select(value => new LayoutTensor(value, output, operation.Flipped)));
        return around.All(Agrees) && around.GroupBy(tensor => tensor.Value).All(same => same.Select(tensor => (tensor.Alternative, tensor.Flipped)).Distinct().Count() == 1)
            ? around
            : null;
    }

    private bool Agrees(LayoutTensor tensor) => !_tensors.TryGetValue(tensor.Value, out LayoutTensor? known) || known.Alternative.Equals(tensor.Alternative);
}
