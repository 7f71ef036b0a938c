using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>
/// What is known of the values of a graph: their types as they stand, and the elements of small tensors, found by walking back through
/// the producers when somebody asks. Each value is looked at once, so an instance serves as long as nothing before it changes.
/// </summary>
internal sealed class ValueFacts(IReadOnlyDictionary<string, long>? otherDomains, int opset, ISubgraphInference? subgraphs = null)
{
    private const int LongestWalk = 32;
    // Null where nothing is known beside the type, which may be found later.
    private Dictionary<Value, ValueFact?>? _computed;

    /// <summary>The version of the opset of a domain; the newest where nobody says.</summary>
    internal int OpsetOf(string domain) => domain.Length == 0 ? opset : (int)Math.Clamp(otherDomains?.GetValueOrDefault(domain, int.MaxValue) ?? int.MaxValue, 0, int.MaxValue);

    internal ValueFact Of(Value? value) => Of(value, LongestWalk);

    /// <summary>What is known of a node's inputs.</summary>
    internal ValueFact[] InputsOf(Node node) => InputsOf(node, LongestWalk);

    /// <summary>All integers of a small tensor; null if one is not known.</summary>
    internal long[]? IntegersOf(Value value) => Of(value).Elements is { } elements && Array.TrueForAll(elements, e => e.Number is not null)
        ? Array.ConvertAll(elements, e => e.Number!.Value)
        : null;

    private ValueFact[] InputsOf(Node node, int steps)
    {
        var facts = new ValueFact[node.Inputs.Count];
        for (int i = 0; i < facts.Length; i++)
            facts[i] = Of(node.Inputs[i], steps);
        return facts;
    }

    private ValueFact Of(Value? value, int steps)
    {
        if (value is null)
            return ValueFact.Absent;
        if (value.Constant is { } constant)
            return new ValueFact(constant);
        if (steps == 0 || value.Producer is not { } node || value.ProducerIndex != 0 || !MayBeKnown(value))
            return new ValueFact(value.Type);
        _computed ??= [];
        if (!_computed.TryGetValue(value, out ValueFact? known))
            _computed[value] = known = Computed(value, node, steps);
        return known ?? new ValueFact(value.Type);
    }

    private ValueFact? Computed(Value value, Node node, int steps)
    {
        if (OperatorRegistry.Find(node) is not { } definition || value.Type is not TensorType { Shape: not null } type)
            return null;
        var call = new InferenceCall(new OperatorCall(node, OpsetOf(node.Domain)), InputsOf(node, steps - 1), [], subgraphs);
        try
        {
            return definition.InferContents(call, type);
        }
        catch (InvalidModelException)
        {
            // The checker tells what is wrong with the node.
            return null;
        }
    }

    private static bool MayBeKnown(Value value) =>
        value.Shape?.ElementCount is <= KnownElements.Most && value.ElementType != ElementType.String;
}
