using System.IO.Compression;
using System.Text.Json;
using OnnxConvert.Testing.Comparing;

namespace OnnxConvert.Testing.Data;

/// <summary>
/// A zip file of one-operator cases: <c>NAME/model.tflite</c>, <c>input_I.pb</c>, <c>output_I.pb</c>, <c>case.json</c>,
/// and <c>NAME/setN/…</c> for the next steps of a stateful model.
/// </summary>
public sealed class CaseArchive : IDisposable
{
    private readonly ZipArchive _archive;

    public CaseArchive(string path)
    {
        _archive = ZipFile.OpenRead(path);
        Names = [.. _archive.Entries
            .Where(entry => entry.FullName.EndsWith("/model.tflite", StringComparison.Ordinal))
            .Select(entry => entry.FullName[..^"/model.tflite".Length])
            .Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public ConformanceCase Read(string name)
    {
        byte[] model = ReadEntry(name + "/model.tflite")!;
        var boundary = TfLiteBoundary.Read(model);
        var steps = new List<ConformanceStep>();
        for (string folder = name; ReadStep(folder, boundary) is { } step; folder = $"{name}/set{steps.Count}")
            steps.Add(step);
        using var json = JsonDocument.Parse(ReadEntry(name + "/case.json") ?? "{}"u8.ToArray());
        return new ConformanceCase(name, new ModelSource(name, Path: null, () => model))
        {
            Steps = steps,
            Stateful = steps.Count > 1,
            InputQuantization = boundary.Inputs,
            Rules = ReadRules(json.RootElement),
            Quirk = ReadQuirk(json.RootElement),
            SkipReason = steps.Count > 0 ? null : "no recorded data",
        };
    }

    public void Dispose() => _archive.Dispose();

    private ConformanceStep? ReadStep(string folder, TfLiteBoundary boundary)
    {
        var outputs = ReadTensors(folder + "/output_");
        if (outputs.Count == 0)
            return null;
        var inputs = ReadTensors(folder + "/input_");
        return new ConformanceStep(
            () => [.. inputs.Select(input => input.Tensor)],
            [.. outputs.Select((output, i) =>
                ExpectedOutput.Whole(output.Name, output.Tensor, boundary.Outputs.ElementAtOrDefault(i)))]);
    }

    private List<(string Name, Tensor Tensor)> ReadTensors(string prefix)
    {
        var tensors = new List<(string, Tensor)>();
        while (ReadEntry($"{prefix}{tensors.Count}.pb") is { } proto)
        {
            var tensor = TensorProtoReader.Read(proto, out string name);
            tensors.Add((name, tensor));
        }
        return tensors;
    }

    private byte[]? ReadEntry(string name)
    {
        // ZipArchive reads from one stream: not for two threads at once.
        lock (_archive)
        {
            if (_archive.GetEntry(name) is not { } entry)
                return null;
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static ComparisonRules ReadRules(JsonElement root)
    {
        if (root.TryGetProperty("hybrid", out var hybrid) && hybrid.GetBoolean())
            return ComparisonRules.Hybrid;
        if (!root.TryGetProperty("rtol", out var relative))
            return ComparisonRules.Default;
        return new ComparisonRules
        {
            PerElement = (relative.GetDouble(), root.GetProperty("atol").GetDouble()),
            ClipTo = root.GetProperty("mtol") is { ValueKind: JsonValueKind.Number } largest
                ? largest.GetDouble() : double.PositiveInfinity,
            CheckValue = root.GetProperty("check_value").GetBoolean(),
            CheckShape = root.GetProperty("check_shape").GetBoolean(),
            CheckType = root.GetProperty("check_dtype").GetBoolean(),
        };
    }

    private static string? ReadQuirk(JsonElement root) =>
        root.TryGetProperty("params", out var parameters)
        && parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty("quirk", out var quirk) ? quirk.GetString() : null;
}
