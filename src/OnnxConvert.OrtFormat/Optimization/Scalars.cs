using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>Constants of one element: scalars of a floating-point type, and vectors of one.</summary>
internal static class Scalars
{
    /// <summary>So far may a constant be from what a formula says, relatively.</summary>
    private const float Tolerance = 1e-5f;

    /// <summary>The number that a constant is; null for other values.</summary>
    internal static float? Float(Value? value) =>
        value?.Constant is { ElementCount: 1, Rank: <= 1 } data && data.ElementType.IsFloat() ? (float)Elements.Read<double>(data)[0] : null;

    /// <summary>Whether a value is a constant of about the given size.</summary>
    internal static bool IsAbout(Value? value, float expected) => Float(value) is { } number && Math.Abs(number - expected) <= Tolerance * Math.Abs(expected);

    /// <summary>The operand beside a constant of about the given size, whichever of the two inputs that is; null where there is none.</summary>
    internal static Value? OperandBeside(this Node node, float expected) =>
        IsAbout(node.Inputs[1], expected) ? node.Inputs[0] : IsAbout(node.Inputs[0], expected) ? node.Inputs[1] : null;
}
