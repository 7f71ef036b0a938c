namespace OnnxConvert.OrtFormat;

/// <summary>Something about a model that stands in the way, and what to do about it.</summary>
/// <param name="Place">Operator and nodes, an input, or the model as a whole.</param>
/// <param name="Problem">What is in the way.</param>
/// <param name="Advice">What to do.</param>
public sealed record Finding(string Place, string Problem, string Advice)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Place}: {Problem}. {Advice}.";
}
