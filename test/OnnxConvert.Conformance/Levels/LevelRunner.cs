using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Conformance.Data;
using OnnxConvert.Conformance.Running;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Levels;

/// <summary>Optimizes a model by ONNX Runtime and by this project, and compares which operators are left and what they compute.</summary>
internal sealed class LevelRunner(LevelRequest request)
{
    private readonly ModelConverter _converter = new();

    public CaseResult Run(string path)
    {
        string name = NameOf(path);
        byte[] onnx, reference;
        try
        {
            onnx = Read(path);
            reference = ReferenceOptimizer.Optimize(onnx, request.Level, request.Platform);
        }
        catch (Exception exception) when (exception is ConversionRefusedException or OnnxRuntimeException or OnnxConvertException)
        {
            return new CaseResult(name, Stage.Skipped) { Error = exception.Message };
        }

        try
        {
            return Compare(name, onnx, reference);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new CaseResult(name, Stage.Convert) { Error = exception.ToString().ReplaceLineEndings(" ") };
        }
    }

    /// <summary>Test suites call every file model.onnx, and the folder after the case.</summary>
    public static string NameOf(string path) => Path.GetFileName(path) == "model.onnx"
        ? Path.GetFileName(Path.GetDirectoryName(path))!
        : Path.GetFileNameWithoutExtension(path);

    private byte[] Read(string path) => Path.GetExtension(path) == ".tflite"
        ? _converter.Convert(ModelSource.File(path), new ConvertSettings(request.Opset)).Onnx
        : File.ReadAllBytes(path);

    private CaseResult Compare(string name, byte[] onnx, byte[] reference)
    {
        var model = OnnxModel.Load(onnx).ToOrt(new OrtOptions { OptimizationLevel = request.Level, TargetPlatform = request.Platform }).ToOnnx();
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        byte[] ours = stream.ToArray();
        Keep(name + ".onnx", onnx);
        Keep(name + ".ours.onnx", ours);
        Keep(name + ".reference.onnx", reference);

        if (request.Runs && SameResults.Problem(onnx, ours, reference) is { } problem)
            return new CaseResult(name, Stage.Wrong) { Error = problem };
        var differences = OperatorCounts.Differences(OperatorCounts.Of(model), OperatorCounts.Of(OnnxModel.Load(reference)));
        if (differences.Count > 0)
            return new CaseResult(name, Stage.Check) { Error = string.Join(", ", differences), Causes = [string.Join(", ", differences)] };
        return new CaseResult(name, Stage.Pass);
    }

    private void Keep(string file, byte[] bytes)
    {
        if (request.KeepFolder is null)
            return;
        Directory.CreateDirectory(request.KeepFolder);
        File.WriteAllBytes(Path.Combine(request.KeepFolder, file), bytes);
    }
}
