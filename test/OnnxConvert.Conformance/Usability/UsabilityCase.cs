using System.Text.Json;

namespace OnnxConvert.Conformance.Usability;

/// <summary>What ONNX Runtime's mobile checker said of a model for one execution provider.</summary>
/// <param name="Model">The model's path, below the folder of recorded data.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Expected">Partition sizes, counts, operators and verdicts on one line; see <see cref="UsabilityRunner"/>.</param>
internal sealed record UsabilityCase(string Model, string Provider, string Expected)
{
    public string Name => $"{Model} {Provider}";

    /// <summary>The cases of a file with one JSON object a line; models that the checker refused are left out.</summary>
    public static IReadOnlyList<UsabilityCase> ReadAll(string path) =>
        [.. File.ReadLines(path).SelectMany(Read).OrderBy(c => c.Name, StringComparer.Ordinal)];

    private static IEnumerable<UsabilityCase> Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        string model = json.RootElement.GetProperty("model").GetString()!;
        return [.. json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object)
            .Select(member => new UsabilityCase(model, member.Name, Text(member.Value)))];
    }

    private static string Text(JsonElement said)
    {
        // Where there are no partitions, the sizes recorded are those of the run with fixed shapes, which follows.
        string sizes = said.GetProperty("partitions").GetInt32() == 0 ? "" : string.Join(',', said.GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()).Order());
        string fixedShapes = said.GetProperty("verdict_fixed_shapes").GetString() ?? "";
        return string.Join("; ", [
            $"partitions {sizes}",
            $"of {said.GetProperty("of")}",
            $"by operator {said.GetProperty("unsupported_operator")} ({said.GetProperty("unsupported_ops").GetString()})",
            $"by shape {said.GetProperty("dynamic_shape")}",
            said.GetProperty("verdict").GetString() + (fixedShapes.Length == 0 ? "" : $", with fixed shapes {fixedShapes}"),
        ]);
    }
}
