using System.Text.Json;
using OnnxConvert.Testing.Comparing;

namespace OnnxConvert.Testing.Data;

/// <summary>Reads <c>NAME.json</c> and <c>NAME.bin</c>: what TFLite computes for <c>NAME.tflite</c>.</summary>
public static class GoldenFolder
{
    public static ConformanceCase Read(string modelPath, string goldenFolder)
    {
        string name = Path.GetFileNameWithoutExtension(modelPath);
        string json = Path.Combine(goldenFolder, name + ".json");
        var model = ModelSource.File(modelPath);
        if (!File.Exists(json))
            return new ConformanceCase(name, model) { SkipReason = "no recorded data" };

        using var document = JsonDocument.Parse(File.ReadAllBytes(json));
        return Read(document.RootElement, name, model, Path.Combine(goldenFolder, name + ".bin"));
    }

    private static ConformanceCase Read(JsonElement root, string name, ModelSource model, string samplesPath)
    {
        if (root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String)
            return new ConformanceCase(name, model) { SkipReason = "TFLite: " + error.GetString()!.Trim() };

        var outputQuantization = ReadQuantization(root.GetProperty("outputs"));
        var sets = root.GetProperty("sets").EnumerateArray().ToList();
        var good = sets.Where(set => set.TryGetProperty("outputs", out _)).ToList();
        byte[] samples = File.Exists(samplesPath) ? File.ReadAllBytes(samplesPath) : [];
        return new ConformanceCase(name, model)
        {
            InputQuantization = ReadQuantization(root.GetProperty("inputs")),
            Stateful = root.GetProperty("stateful").GetBoolean(),
            Rules = root.GetProperty("hybrid").GetBoolean() ? ComparisonRules.Hybrid : ComparisonRules.Default,
            Steps = [.. good.Select(set => ReadStep(set, samples, outputQuantization))],
            SkipReason = good.Count > 0 ? null
                : sets.Count > 0 ? "TFLite: " + sets[0].GetProperty("error").GetString()!.Trim()
                : "no recorded data",
        };
    }

    private static List<Quantization?> ReadQuantization(JsonElement tensors) =>
        [.. tensors.EnumerateArray().Select(tensor =>
        {
            var scale = tensor.GetProperty("scale");
            var zeroPoint = tensor.GetProperty("zero_point");
            return scale.GetArrayLength() == 1 && scale[0].GetSingle() != 0
                ? new Quantization(scale[0].GetSingle(), zeroPoint.GetArrayLength() == 1 ? zeroPoint[0].GetInt64() : 0)
                : null;
        })];

    private static ConformanceStep ReadStep(JsonElement set, byte[] samples, List<Quantization?> quantization)
    {
        var recipes = set.GetProperty("inputs").EnumerateArray().Select(ReadRecipe).ToList();
        var outputs = set.GetProperty("outputs").EnumerateArray()
            .Select((output, i) => ReadOutput(output, samples, quantization[i])).ToList();
        return new ConformanceStep(() => [.. recipes.Select(recipe => recipe.Draw())], outputs);
    }

    private static InputRecipe ReadRecipe(JsonElement input) => new(
        TensorElements.Parse(input.GetProperty("dtype").GetString()!),
        ReadShape(input),
        input.GetProperty("seed").GetUInt64(),
        input.TryGetProperty("lo", out var low) ? low.GetDouble() : 0,
        input.TryGetProperty("hi", out var high) ? high.GetDouble() : 0,
        input.TryGetProperty("words", out var words) ? ReadStrings(words) : []);

    private static ExpectedOutput ReadOutput(JsonElement output, byte[] samples, Quantization? quantization)
    {
        string name = output.GetProperty("name").GetString() ?? "";
        var type = TensorElements.Parse(output.GetProperty("dtype").GetString()!);
        if (type == TensorElementType.String)
        {
            return new ExpectedOutput(name, type, ReadShape(output), default)
            {
                Strings = ReadStrings(output.GetProperty("values")),
            };
        }

        int offset = output.GetProperty("offset").GetInt32();
        int length = output.GetProperty("count").GetInt32() * TensorElements.SizeOf(type);
        return new ExpectedOutput(name, type, ReadShape(output), samples.AsMemory(offset, length))
        {
            Stride = output.GetProperty("stride").GetInt32(),
            AbsMax = ReadNumber(output, "absmax"),
            Spread = ReadNumber(output, "spread"),
            Quantization = TensorElements.IsFloat(type) ? null : quantization,
        };
    }

    /// <summary>Null stands for "not computed": an output without elements.</summary>
    private static double ReadNumber(JsonElement output, string name) =>
        output.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : 0;

    private static long[] ReadShape(JsonElement tensor) =>
        [.. tensor.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())];

    private static List<string> ReadStrings(JsonElement array) =>
        [.. array.EnumerateArray().Select(s => s.GetString()!)];
}
