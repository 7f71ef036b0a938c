using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Usability;

/// <summary>
/// Whether stock ONNX Runtime loads a model, and the .ort file that is made of it, against what <see cref="ModelDoctor"/> says of
/// the stock and of the minimal build.
/// </summary>
/// <param name="folder">The folder that the models' paths start from.</param>
internal sealed class LoadRunner(string folder)
{
    private const string Ort = ".ort";

    public IEnumerable<CaseResult> Run(string name)
    {
        string path = Path.Combine(folder, name);
        string? refusal = Refusal(options => new InferenceSession(path, options));
        // StringNormalizer needs a locale that not every machine has installed; that says nothing about the model.
        if (refusal?.Contains("locale name not valid", StringComparison.Ordinal) == true)
            return [new CaseResult(name, Stage.Skipped) { Error = refusal }];
        Diagnosis said;
        try
        {
            said = Examine(path);
        }
        catch (OnnxConvertException exception)
        {
            // A file that we call broken is not judged further.
            return [new CaseResult(name, refusal is null ? Stage.Invalid : Stage.Pass) { Error = exception.Message }];
        }

        return [Compare(name, said.Stock, refusal), Compare($"{name} minimal build", said.MinimalBuild, RefusalOfOrt(path, refusal))];
    }

    private static CaseResult Compare(string name, RuntimeDiagnosis said, string? refusal)
    {
        if (said.Runs == (refusal is null))
            return new CaseResult(name, Stage.Pass);
        return new CaseResult(name, Stage.Wrong)
        {
            Error = refusal is null ? $"loads, but we say: {string.Join(" ", said.Findings)}" : $"we say that it loads: {refusal}",
        };
    }

    private static Diagnosis Examine(string path)
    {
        if (path.EndsWith(Ort, StringComparison.Ordinal))
        {
            using var ort = OrtModel.Load(path);
            return ModelDoctor.Examine(ort);
        }

        using var model = OnnxModel.Load(path);
        return ModelDoctor.Examine(model);
    }

    /// <summary>What stands in the way of the .ort file of a model: our own conversion, or the runtime.</summary>
    private static string? RefusalOfOrt(string path, string? refusal)
    {
        if (path.EndsWith(Ort, StringComparison.Ordinal))
            return refusal;
        try
        {
            using var model = OnnxModel.Load(path);
            using OrtModel ort = model.ToOrt();
            using var stream = new MemoryStream();
            ort.Save(stream);
            byte[] bytes = stream.ToArray();
            return Refusal(options => new InferenceSession(bytes, options));
        }
        catch (OnnxConvertException exception)
        {
            return exception.Message;
        }
    }

    private static string? Refusal(Func<SessionOptions, InferenceSession> open)
    {
        using SessionOptions options = StockRuntime.Options(RuntimeSettings.Default);
        try
        {
            open(options).Dispose();
            return null;
        }
        catch (OnnxRuntimeException exception)
        {
            // Only the C# binding has no word for the type; the session was there.
            return exception.Message.Contains("Unregistered TensorElementType", StringComparison.Ordinal) ? null : exception.Message.Replace('\n', ' ');
        }
    }
}
