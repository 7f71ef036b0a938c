using System.Globalization;
using OnnxConvert.OrtFormat.Writing;

namespace OnnxConvert.OrtFormat;

/// <summary>Whether a minimal build of ONNX Runtime, of the release that the tables are of, runs an .ort file.</summary>
internal static class MinimalBuildExamination
{
    // The first version that names kernels by types in place of hashes, which is all that minimal builds still know.
    private const int FirstVersion = 5;

    /// <param name="model">The model as its file has it.</param>
    /// <param name="stock">What is known of its kernels.</param>
    public static RuntimeDiagnosis Examine(OrtModel model, RuntimeDiagnosis stock)
    {
        if (!stock.Runs)
            return new RuntimeDiagnosis(false, null, stock.Findings);
        if (model.FormatVersion >= FirstVersion)
            return new RuntimeDiagnosis(true, null, []);
        string problem = string.Create(CultureInfo.InvariantCulture, $"is of format version {model.FormatVersion}; minimal builds since ONNX Runtime 1.13 take version {FirstVersion} and later");
        return new RuntimeDiagnosis(false, null, [new Finding("the file", problem, "Write it again: onnxconvert convert MODEL.ort -o NEW.ort")]);
    }

    /// <summary>Whether a model that was made of an ONNX model can be written, and has kernels: the file is laid out, and nothing is written.</summary>
    /// <param name="model">The model.</param>
    public static RuntimeDiagnosis OfConverted(OrtModel model)
    {
        try
        {
            OrtWriter.Write(model, new OrtSaveOptions(), null);
        }
        catch (UnsupportedModelException exception)
        {
            return Refused(exception);
        }

        RuntimeDiagnosis kernels = StockExamination.Examine(model.Model, model.FormatVersion);
        return kernels.Runs
            ? new RuntimeDiagnosis(true, null, [new Finding("the model", "is ONNX, and a minimal build takes .ort files only", "Convert it: onnxconvert convert MODEL.onnx -o MODEL.ort")])
            : new RuntimeDiagnosis(false, null, kernels.Findings);
    }

    /// <summary>Every place that the ORT format has no form for.</summary>
    public static RuntimeDiagnosis Refused(UnsupportedModelException exception)
    {
        const string advice = "Replace it, or use a full build and the ONNX file";
        Finding[] findings = [.. exception.Items.Select(item => new Finding(Place(item), item.Reason, advice))];
        return new RuntimeDiagnosis(false, null, findings.Length > 0 ? findings : [new Finding("the model", exception.Message.TrimEnd('.'), advice)]);
    }

    private static string Place(UnsupportedItem item) => item.Node.Length > 0 ? $"{item.OpType} '{item.Node}'" : item.OpType.Length > 0 ? item.OpType : "the model";
}
