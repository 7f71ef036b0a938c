using System.Globalization;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Requirements;

/// <summary>What is needed, and what is missing, for people: a line for nodes that are alike.</summary>
internal static class RequirementsText
{
    private const int Shown = 3;

    public static void Write(TextWriter writer, OperatorUsage usage, IReadOnlyList<UnmetRequirement> unmet)
    {
        foreach (string model in usage.Models)
        {
            List<UnmetRequirement> ofModel = [.. unmet.Where(requirement => requirement.Use.Model == model)];
            writer.WriteLine(ofModel.Count == 0 ? $"{model}: runs with this configuration" : $"{model}: does not run with this configuration");
            foreach (var alike in ofModel.GroupBy(requirement => (requirement.Use.Operator, requirement.Reason)))
                writer.WriteLine($"  {alike.Key.Operator}: {alike.Key.Reason} ({Nodes([.. alike.Select(requirement => requirement.Use)])})");
        }
    }

    public static void Write(TextWriter writer, string opType, IReadOnlyList<OperatorUse> uses)
    {
        if (uses.Count == 0)
            writer.WriteLine($"No model needs {opType}.");
        foreach (var alike in uses.GroupBy(use => (use.Model, use.Operator, Types: use.Types?.ToString() ?? "for types that the model does not tell")))
            writer.WriteLine($"{alike.Key.Model}: {alike.Key.Operator}{(alike.Key.Types.Length > 0 ? " " : "")}{alike.Key.Types} ({Nodes([.. alike])})");
    }

    private static string Nodes(List<OperatorUse> uses)
    {
        string names = string.Join(", ", uses.Take(Shown).Select(use => $"'{NodeNames.Short(use.Node)}'"));
        string more = uses.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {uses.Count - Shown} more") : "";
        return $"node{(uses.Count == 1 ? "" : "s")} {names}{more}";
    }
}
