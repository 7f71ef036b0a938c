using System.Globalization;

namespace OnnxConvert.OrtFormat;

/// <summary>Says where something is: an operator, and the first of its nodes.</summary>
internal static class Places
{
    private const int Shown = 3;

    // Names that TensorFlow's converter joins from those of fused nodes have hundreds of letters.
    private const int LongestName = 48;

    public static string Of(OperatorVersion op, IReadOnlyList<string> nodes)
    {
        string names = string.Join(", ", nodes.Take(Shown).Select(node => $"'{Short(node)}'"));
        return nodes.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"{op} ({nodes.Count} nodes: {names}, …)") : $"{op} ({names})";
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
