using System.Runtime.Intrinsics.X86;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Levels;

/// <summary>Optimizes a model by ONNX Runtime and by this project, and compares which operators are left and what they compute.</summary>
internal sealed class LevelRunner(LevelRequest request)
{
    /// <summary>Stock ONNX Runtime takes that of the machine.</summary>
    private static readonly int MachineBlock = Avx512F.IsSupported ? 16 : 8;

    private readonly OrtOptions _options = new() { OptimizationLevel = request.Level, TargetPlatform = request.Platform, ChannelBlockSize = MachineBlock };

    /// <param name="name">What the model is called.</param>
    /// <param name="onnx">The model.</param>
    public CaseResult Run(string name, byte[] onnx)
    {
        byte[] reference;
        try
        {
            reference = StockOptimizer.Optimize(onnx, _options);
        }
        catch (ModelRuntimeException exception)
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

    private CaseResult Compare(string name, byte[] onnx, byte[] reference)
    {
        var model = OnnxModel.Load(onnx).ToOrt(_options).ToOnnx();
        byte[] ours = model.ToBytes();
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
