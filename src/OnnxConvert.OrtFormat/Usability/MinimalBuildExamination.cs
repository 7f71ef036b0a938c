using System.Globalization;

namespace OnnxConvert.OrtFormat;

/// <summary>Whether a minimal build of ONNX Runtime, of the release that the tables are of, runs an .ort file.</summary>
internal static class MinimalBuildExamination
{
    // The first version that names kernels by types in place of hashes, which is all that minimal builds still know.
    private const int FirstVersion = 5;

    public static RuntimeDiagnosis Examine(OrtModel model)
    {
        if (model.FormatVersion >= FirstVersion)
            return new RuntimeDiagnosis(true, null, []);
        string problem = string.Create(CultureInfo.InvariantCulture, $"is of format version {model.FormatVersion}; minimal builds since ONNX Runtime 1.13 take version {FirstVersion} and later");
        return new RuntimeDiagnosis(false, null, [new Finding("the file", problem, "Write it again: onnxconvert convert MODEL.ort -o NEW.ort")]);
    }
}
