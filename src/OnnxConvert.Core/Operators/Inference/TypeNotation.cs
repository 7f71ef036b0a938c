using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Reads ONNX's notation of types, as <c>tensor(float)</c>.</summary>
internal static class TypeNotation
{
    private static readonly Dictionary<string, ElementType> ByName =
        Enum.GetValues<ElementType>().Where(type => type != ElementType.Undefined).ToDictionary(type => $"tensor({type.OnnxName()})", StringComparer.Ordinal);

    /// <summary>The element type of a dense tensor; null for other types.</summary>
    public static ElementType? ElementTypeOf(string notation) => ByName.TryGetValue(notation, out ElementType type) ? type : null;
}
