using OnnxConvert.Converting;

namespace OnnxConvert.Cli.Convert;

/// <summary>Options that take names with commas between them, of tensors whose names may have commas themselves.</summary>
internal static class NameLists
{
    /// <summary>The names: what a tensor is called is one, anything else is taken apart.</summary>
    /// <param name="values">What the option was given, once for each time that it was.</param>
    /// <param name="source">The model that has the tensors.</param>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> values, SourceModel source)
    {
        if (!values.Any(value => value.Contains(',', StringComparison.Ordinal)))
            return values;
        HashSet<string> known =
        [
            .. source.Subgraphs.SelectMany(graph => graph.Inputs.Concat(graph.Nodes.SelectMany(node => node.Outputs))).Select(value => value.Name),
            .. source.Signatures.SelectMany(signature => signature.Inputs.Concat(signature.Outputs)).Select(entry => entry.Key),
        ];
        return [.. values.SelectMany(value => known.Contains(value) ? [value] : value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
