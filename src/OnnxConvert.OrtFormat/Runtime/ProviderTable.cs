using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>What an execution provider of ONNX Runtime runs: operators, and the conditions for their nodes.</summary>
internal sealed class ProviderTable(
    string name, Dictionary<string, NodeRule[]> rules, IEnumerable<string> listed, int mostDimensions = int.MaxValue, bool takesOpenSizes = false,
    Func<QuantizedUnit, Obstacle?>? unitObstacle = null)
{
    private readonly HashSet<string> _listed = new(listed, StringComparer.Ordinal);

    public string Name => name;

    /// <summary>Whether the provider takes inputs whose sizes are not fixed, unless it is told not to.</summary>
    public bool TakesOpenSizes => takesOpenSizes;

    /// <summary>Whether an input has sizes that the provider takes. No provider takes a size of 0.</summary>
    public bool TakesShape(Value? input) => HasFixedShape(input) || (takesOpenSizes && input?.Shape is { } shape && shape.All(dimension => dimension.Size is not 0));

    /// <summary>Whether ONNX Runtime's own list for users has the operator, which is all that its checker asks. The list has mistakes.</summary>
    public bool Lists(Node node) => _listed.Contains(Key(node));

    /// <summary>Whether the provider has code for the operator.</summary>
    public bool Has(Node node) => rules.ContainsKey(Key(node));

    /// <summary>Whether no input has more dimensions than the provider knows.</summary>
    public bool HasRank(Node node) => node.Inputs.All(input => input?.Shape is not { } shape || shape.Rank <= mostDimensions);

    /// <summary>The first condition that a node does not meet; null if the provider runs it.</summary>
    public Obstacle? Obstacle(Node node)
    {
        if (!HasRank(node))
            return new Obstacle($"has an input of more than {mostDimensions} dimensions", "Merge dimensions by a Reshape");
        return rules.TryGetValue(Key(node), out NodeRule[]? conditions)
            ? conditions.Select(condition => condition(node)).FirstOrDefault(obstacle => obstacle is not null)
            : null;
    }

    /// <summary>The same for a node of a graph whose quantized units are known: a provider that takes units takes all nodes of one, or none.</summary>
    public Obstacle? Obstacle(Node node, ILookup<Node, QuantizedUnit> units)
    {
        if (unitObstacle is null || !units.Contains(node))
            return Obstacle(node);
        return units[node].Select(unitObstacle).FirstOrDefault(obstacle => obstacle is not null);
    }

    /// <summary>The dimensions that CoreML knows: sequence, batch, channels, height and width.</summary>
    public const int DimensionsOfCoreML = 5;

    /// <summary>Whether all sizes of an input are known, and none is 0.</summary>
    public static bool HasFixedShape(Value? input) => input is null || input.IsConstant || (input.Shape?.ToSizes() is { } sizes && sizes.All(size => size > 0));

    private static string Key(Node node) => node.Domain.Length == 0 ? node.OpType : $"{node.Domain}:{node.OpType}";
}
