using System.Runtime.Intrinsics.X86;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Conformance.Running;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Levels;

/// <summary>Optimizes a model by ONNX Runtime and by this project, and compares which operators are left and what they compute.</summary>
internal sealed class LevelRunner(LevelRequest request)
{
    /// <summary>Stock ONNX Runtime takes that of the machine.</summary>
    private static readonly int MachineBlock = Avx512F.IsSupported ? 16 : 8;

    /// <param name="name">What the model is called.</param>
    /// <param name="onnx">The model.</param>
    public CaseResult Run(string name, byte[] onnx)
    {
        byte[] reference;
        try
        {
            reference = ReferenceOptimizer.Optimize(onnx, request.Level, request.Platform);
        }
        catch (OnnxRuntimeException exception)
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
        var model = OnnxModel.Load(onnx).ToOrt(new OrtOptions { OptimizationLevel = request.Level, TargetPlatform = request.Platform, ChannelBlockSize = MachineBlock }).ToOnnx();
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
