namespace OnnxConvert.OrtFormat;

/// <summary>Whether a build with a configuration runs a model.</summary>
internal static class ConfigurationExamination
{
    /// <param name="unmet">What the build lacks for the model.</param>
    public static RuntimeDiagnosis Of(IReadOnlyList<UnmetRequirement> unmet)
    {
        Finding[] findings = [.. unmet
            .GroupBy(requirement => (requirement.Use.Operator, requirement.Reason, requirement.IsType))
            .Select(alike => new Finding(
                Places.Of(alike.Key.Operator, [.. alike.Select(requirement => requirement.Use.Node)]),
                alike.Key.Reason,
                alike.Key.IsType ? "Add the types to the configuration and build again" : "Add it to the configuration and build again"))];
        return new RuntimeDiagnosis(findings.Length == 0, null, findings);
    }
}
