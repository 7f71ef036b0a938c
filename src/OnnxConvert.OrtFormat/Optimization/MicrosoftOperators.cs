using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The operators that ONNX Runtime adds to ONNX's own.</summary>
internal static class MicrosoftOperators
{
    internal const string Domain = "com.microsoft";

    internal static bool IsMicrosoft(this Node node, string opType) => node.OpType == opType && node.Domain == Domain;
}
