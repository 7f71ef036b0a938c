using OnnxConvert.Ir;
using OnnxConvert.Testing.Comparing;

namespace OnnxConvert.Testing.Data;

/// <summary>ONNX's backend tests: <c>NAME/model.onnx</c>, <c>NAME/test_data_set_N/input_I.pb</c> and <c>output_I.pb</c>.</summary>
public static class BackendFolder
{
    /// <summary>The bounds of ONNX's own runner of these tests.</summary>
    private static readonly ComparisonRules Rules = new() { PerElement = (1e-3, 1e-7) };

    /// <summary>Every folder with a model, by its path below <paramref name="root"/>.</summary>
    public static IReadOnlyList<string> Names(string root) =>
        [.. BackendModels.In(root).Select(path => Path.GetRelativePath(root, Path.GetDirectoryName(path)!).Replace('\\', '/'))];

    public static ConformanceCase Read(string root, string name)
    {
        string folder = Path.Combine(root, name);
        var source = new ModelSource(name, Directory.GetFiles(folder, "*.onnx")[0], () => File.ReadAllBytes(Directory.GetFiles(folder, "*.onnx")[0]));
        if (Unreadable(source) is { } reason)
            return new ConformanceCase(name, source) { SkipReason = reason, IsUnreadable = true };
        List<ConformanceStep> steps = [.. Directory.GetDirectories(folder, "test_data_set_*").Order(StringComparer.Ordinal).Select(ReadStep)];
        return new ConformanceCase(name, source) { Steps = steps, Rules = Rules, SkipReason = steps.Count > 0 ? null : "no recorded data" };
    }

    /// <summary>Why values of this model cannot be fed or compared here, or null.</summary>
    private static string? Unreadable(ModelSource source)
    {
        try
        {
            Graph graph = OnnxModel.Load(source.Path!).Graph;
            Value? other = graph.Inputs.Concat(graph.Outputs).FirstOrDefault(value => value.Type is not TensorType { ElementType: var type } || !TensorElements.IsKnown((TensorElementType)type));
            return other is null ? null : $"'{other.Name}' is of type {other.Type}";
        }
        catch (OnnxConvertException exception)
        {
            return exception.Message;
        }
    }

    private static ConformanceStep ReadStep(string folder)
    {
        var inputs = ReadTensors(folder, "input");
        var outputs = ReadTensors(folder, "output");
        return new ConformanceStep(
            () => [.. inputs.Select(input => input.Tensor)],
            [.. outputs.Select(output => ExpectedOutput.Whole(output.Name, output.Tensor, null))]);
    }

    private static List<(string Name, Tensor Tensor)> ReadTensors(string folder, string prefix)
    {
        var tensors = new List<(string, Tensor)>();
        for (string path = Next(); File.Exists(path); path = Next())
        {
            var tensor = TensorProtoReader.Read(File.ReadAllBytes(path), out string name);
            tensors.Add((name, tensor));
        }
        return tensors;

        string Next() => Path.Combine(folder, $"{prefix}_{tensors.Count}.pb");
    }
}
