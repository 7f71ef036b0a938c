using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The constants that ONNX Runtime takes for single numbers: scalars of a floating-point type, and vectors of one.</summary>
internal static class Scalars
{
    /// <summary>The number that a constant is; null for other values.</summary>
    internal static float? Float(Value? value) => (float?)value.Number(maxRank: 1);

    /// <summary>Whether a value is a constant of about the given size.</summary>
    internal static bool IsAbout(Value? value, float expected) => KnownConstants.IsClose(Float(value), expected);

    /// <summary>The operand beside a constant of about the given size, whichever of the two inputs that is; null where there is none.</summary>
    internal static Value? OperandBeside(this Node node, float expected) =>
        IsAbout(node.Inputs[1], expected) ? node.Inputs[0] : IsAbout(node.Inputs[0], expected) ? node.Inputs[1] : null;
}
