namespace OnnxConvert.Checking;

/// <summary>One thing that is wrong with a model.</summary>
/// <param name="Place">The graph, node or value that it is about.</param>
/// <param name="Message">What is wrong, with the numbers, and what would be right.</param>
public sealed record ModelFinding(string Place, string Message)
{
    /// <summary>Place and message in one line.</summary>
    public override string ToString() => $"{Place}: {Message}";
}
