using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>Whether a build with a configuration runs a model.</summary>
internal static class ConfigurationExamination
{
    public static RuntimeDiagnosis Examine(Model model, RequiredOperators configuration)
    {
        IReadOnlyList<UnmetRequirement> unmet = configuration.Check(model);
        Finding[] findings = [.. unmet
            .GroupBy(requirement => (requirement.Use.Operator, requirement.Reason, requirement.IsType))
            .Select(alike => new Finding(
                Places.Of(alike.Key.Operator, [.. alike.Select(requirement => requirement.Use.Node)]),
                alike.Key.Reason,
                alike.Key.IsType ? "Add the types to the configuration and build again" : "Add it to the configuration and build again"))];
        return new RuntimeDiagnosis(findings.Length == 0, null, findings);
    }
}
