using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The limits of a Clip.</summary>
internal static class ClipBounds
{
    /// <summary>The constant limits as floats, the largest finite ones where a limit is left out; null when one is computed.</summary>
    internal static (float Min, float Max)? Read(Node clip) =>
        Bound(clip, 1, "min", float.MinValue) is { } min && Bound(clip, 2, "max", float.MaxValue) is { } max ? (min, max) : null;

    private static float? Bound(Node clip, int index, string attribute, float otherwise)
    {
        if (clip.Input(index) is not { } value)
            return clip.Attributes.Find(attribute)?.Float ?? otherwise;
        return value.Constant is { ElementCount: 1, ElementType: ElementType.Float or ElementType.Float16 } data ? (float)Elements.Read<double>(data)[0] : null;
    }
}
