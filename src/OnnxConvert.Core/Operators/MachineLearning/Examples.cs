using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.MachineLearning;

/// <summary>What the operators of classical machine learning have in common: the rows of a matrix [N, features] are examples.</summary>
internal static class Examples
{
    /// <summary>How many examples there are. A vector is left open, since runtimes take it as one example or as many.</summary>
    public static Dimension Count(Shape? x) => x is { Rank: > 1 } ? x[0] : Dimension.Unknown;

    /// <summary>How many strings an attribute has; 0 if it is absent.</summary>
    public static int Strings(InferenceCall c, string name) => c.Attribute(name, AttributeKind.Strings)?.Strings.Length ?? 0;

    /// <summary>How many floats an attribute has; 0 if it is absent.</summary>
    public static int Floats(InferenceCall c, string name) => c.Attribute(name, AttributeKind.Floats)?.Floats.Length ?? 0;

    /// <summary>How many integers an attribute has; 0 if it is absent.</summary>
    public static int Integers(InferenceCall c, string name) => c.Ints(name)?.Length ?? 0;
}
