namespace OnnxConvert.Operators;

/// <summary>The domains of operators that are known here.</summary>
public static class Domains
{
    /// <summary>ONNX's own operators.</summary>
    public const string Onnx = "";

    /// <summary>ONNX's operators for classical machine learning.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    /// <summary>The operators that ONNX Runtime adds, fused and quantized ones most of all.</summary>
    public const string Microsoft = "com.microsoft";

    /// <summary>ONNX Runtime's operators on channels in blocks.</summary>
    public const string MicrosoftNchwc = "com.microsoft.nchwc";

    /// <summary>A domain under its shorter name: ONNX's own is the empty string, also where a file writes <c>ai.onnx</c>.</summary>
    public static string Normalize(string domain) => domain == "ai.onnx" ? Onnx : domain;
}
