namespace OnnxConvert.Cli.Inspect;

/// <summary>What <c>inspect</c> lists of a graph one by one.</summary>
/// <param name="Tensors">Whether every tensor is listed.</param>
/// <param name="Nodes">Whether every node is listed.</param>
/// <param name="Match">Only those in whose name, operator or tensors this text occurs, in any case; null for all.</param>
internal sealed record GraphDetails(bool Tensors = false, bool Nodes = false, string? Match = null)
{
    public bool Matches(string text) => Match is null || text.Contains(Match, StringComparison.OrdinalIgnoreCase);
}
