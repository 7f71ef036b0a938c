using System.Text.Json;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>A configuration that ONNX Runtime's converter wrote for a model.</summary>
/// <param name="Model">The model's path, below the folder of recorded data.</param>
/// <param name="Style">Fixed or Runtime.</param>
/// <param name="Level">disable, basic or all.</param>
/// <param name="WithTypes">Whether types were asked for.</param>
/// <param name="Expected">The configuration.</param>
internal sealed record ConfigurationCase(string Model, string Style, string Level, bool WithTypes, string Expected)
{
    public string Name => $"{Model} {Style} {Level}{(WithTypes ? " types" : "")}";

    public OptimizationLevel OptimizationLevel => Level switch
    {
        "disable" => OptimizationLevel.None,
        "basic" => OptimizationLevel.Basic,
        "extended" => OptimizationLevel.Extended,
        "all" => OptimizationLevel.All,
        _ => throw new InvalidDataException($"There is no level '{Level}'."),
    };

    /// <summary>The cases of a file with one JSON object a line; models that the converter itself refused are left out.</summary>
    public static IReadOnlyList<ConfigurationCase> ReadAll(string path) =>
        [.. File.ReadLines(path).Select(Read).OfType<ConfigurationCase>().OrderBy(c => c.Name, StringComparer.Ordinal)];

    private static ConfigurationCase? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return root.TryGetProperty("config", out var config)
            ? new ConfigurationCase(
                root.GetProperty("model").GetString()!, root.GetProperty("style").GetString()!, root.GetProperty("level").GetString()!,
                root.GetProperty("types").GetBoolean(), config.GetString()!)
            : null;
    }
}
