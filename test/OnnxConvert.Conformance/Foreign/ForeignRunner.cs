using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Ir;
using OnnxConvert.Conformance.OrtFormat;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Foreign;

/// <summary>
/// Files that other people made, through <see cref="OrtModel"/> into stock ONNX Runtime: at the levels none and all, under the same
/// names, with the same results as from the file itself: unoptimized, or at the level all as ONNX Runtime optimizes it.
/// </summary>
/// <param name="files">The files.</param>
internal sealed class ForeignRunner(ForeignFiles files)
{
    // What a fusion may round differently.
    private const double Tolerance = 1e-4;
    private const double HalfTolerance = 4e-3;

    private static readonly OptimizationLevel[] Levels = [OptimizationLevel.None, OptimizationLevel.All];

    public CaseResult Run(string name)
    {
        string path = files.Path(name);
        using ForeignReference? reference = ForeignReference.Run(path, out string? refusal, out bool opens);
        if (!opens)
            return new CaseResult(name, Stage.Skipped) { Error = OneLine(refusal!) };
        foreach (OptimizationLevel level in Levels)
        {
            var stage = Stage.Convert;
            try
            {
                byte[] ours = ToOrt(path, level);
                stage = Stage.Load;
                using var session = new OrtSession(ours);
                stage = Stage.Run;
                if (reference is not null && Problem(reference, session, level) is { } problem)
                    return new CaseResult(name, Stage.Wrong) { Error = $"level {level}: {problem}" };
            }
            catch (Exception exception)
            {
                Stage failed = exception switch
                {
                    UnsupportedModelException => Stage.Unsupported,
                    InvalidModelException => Stage.Invalid,
                    _ => stage,
                };
                return new CaseResult(name, failed) { Error = $"level {level}: {OneLine(exception is OnnxConvertException or OnnxRuntimeException ? exception.Message : exception.ToString())}" };
            }
        }

        return reference is null
            ? new CaseResult(name, Stage.Skipped) { Error = "loads; not run: " + OneLine(refusal!) }
            : new CaseResult(name, Stage.Pass);
    }

    private static byte[] ToOrt(string path, OptimizationLevel level)
    {
        var options = new OrtOptions { OptimizationLevel = level };
        if (!path.EndsWith(".ort", StringComparison.Ordinal))
        {
            using Model onnx = OnnxModel.Load(path);
            using OrtModel lowered = onnx.ToOrt(options);
            return lowered.ToBytes();
        }

        using OrtModel ort = OrtModel.Load(path);
        if (level == OptimizationLevel.None)
            return ort.ToBytes();
        using Model raised = ort.ToOnnx();
        using OrtModel again = raised.ToOrt(options);
        return again.ToBytes();
    }

    private static string? Problem(ForeignReference reference, OrtSession session, OptimizationLevel level)
    {
        if (!session.InputNames.SequenceEqual(reference.InputNames))
            return $"the inputs are {string.Join(", ", session.InputNames)}, expected {string.Join(", ", reference.InputNames)}";
        if (!session.OutputNames.SequenceEqual(reference.OutputNames))
            return $"the outputs are {string.Join(", ", session.OutputNames)}, expected {string.Join(", ", reference.OutputNames)}";
        IReadOnlyList<ValueSnapshot> actual = session.Run(reference.Inputs);
        return Difference(actual, reference.Outputs) is { } difference && (level == OptimizationLevel.None || Difference(actual, reference.OptimizedOutputs()) is not null)
            ? difference
            : null;
    }

    private static string? Difference(IReadOnlyList<ValueSnapshot> actual, IReadOnlyList<ValueSnapshot> expected)
    {
        for (int i = 0; i < actual.Count; i++)
        {
            if (actual[i].DifferenceTo(expected[i], Bound) is { } difference)
                return $"output {i}: {difference}";
        }

        return null;
    }

    /// <summary>How far elements may be off: floats by a fraction of the largest, quantized values by a step.</summary>
    private static double Bound(TensorElementType type, double largest) => type switch
    {
        TensorElementType.Float16 or TensorElementType.BFloat16 => (HalfTolerance * largest) + HalfTolerance,
        TensorElementType.Float or TensorElementType.Double => (Tolerance * largest) + 1e-5,
        TensorElementType.Int8 or TensorElementType.UInt8 => 1,
        _ => 0,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
