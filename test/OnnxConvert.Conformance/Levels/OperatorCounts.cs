using OnnxConvert.Ir;

namespace OnnxConvert.Conformance.Levels;

/// <summary>How often each operator occurs in a model, inner graphs included. Constant nodes do not count: the ORT format has initializers for them.</summary>
internal static class OperatorCounts
{
    public static SortedDictionary<string, int> Of(Model model)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).Where(node => node.OpType != "Constant"))
        {
            string name = node.Domain.Length > 0 ? $"{node.Domain}:{node.OpType}" : node.OpType;
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }
        return counts;
    }

    /// <summary>The operators of which one model has more than the other, as <c>+2 Transpose</c> where <paramref name="ours"/> has more.</summary>
    public static IReadOnlyList<string> Differences(SortedDictionary<string, int> ours, SortedDictionary<string, int> reference) =>
        [.. ours.Keys.Union(reference.Keys)
            .Select(name => (Name: name, Surplus: ours.GetValueOrDefault(name) - reference.GetValueOrDefault(name)))
            .Where(entry => entry.Surplus != 0)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => $"{entry.Surplus:+0;-0} {entry.Name}")];
}
