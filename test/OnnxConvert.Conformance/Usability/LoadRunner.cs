using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Usability;

/// <summary>Whether stock ONNX Runtime loads a model, against what <see cref="ModelDoctor"/> says that it does.</summary>
/// <param name="folder">The folder that the models' paths start from.</param>
internal sealed class LoadRunner(string folder)
{
    public CaseResult Run(string name)
    {
        string path = Path.Combine(folder, name);
        string? refusal = Load(path);
        // StringNormalizer needs a locale that not every machine has installed; that says nothing about the model.
        if (refusal?.Contains("locale name not valid", StringComparison.Ordinal) == true)
            return new CaseResult(name, Stage.Skipped) { Error = refusal };
        RuntimeDiagnosis said;
        try
        {
            said = ModelDoctor.Examine(OnnxModel.Load(path)).Stock;
        }
        catch (OnnxConvertException exception)
        {
            // A file that we call broken is not judged further.
            return new CaseResult(name, refusal is null ? Stage.Invalid : Stage.Pass) { Error = exception.Message };
        }

        if (said.Runs == (refusal is null))
            return new CaseResult(name, Stage.Pass);
        return new CaseResult(name, Stage.Wrong)
        {
            Error = refusal is null ? $"loads, but we say: {string.Join(" ", said.Findings)}" : $"we say that it loads: {refusal}",
        };
    }

    private static string? Load(string path)
    {
        using SessionOptions options = StockRuntime.Options(RuntimeSettings.Default);
        try
        {
            using var session = new InferenceSession(path, options);
            return null;
        }
        catch (OnnxRuntimeException exception)
        {
            // Only the C# binding has no word for the type; the session was there.
            return exception.Message.Contains("Unregistered TensorElementType", StringComparison.Ordinal) ? null : exception.Message.Replace('\n', ' ');
        }
    }
}
