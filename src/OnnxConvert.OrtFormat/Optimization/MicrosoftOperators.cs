using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The operators that ONNX Runtime adds to ONNX's own.</summary>
internal static class MicrosoftOperators
{
    internal const string Domain = "com.microsoft";

    internal static bool IsMicrosoft(this Node node, string opType) => node.OpType == opType && node.Domain == Domain;

    /// <summary>Gives the result of an Attention the sizes of what it reads, if its three products have that width.</summary>
    /// <remarks>Other fused nodes keep the sizes that were found before them. What Attention reads may be known better once embeddings are fused.</remarks>
    internal static void InferNode(Node node)
    {
        if (node.IsMicrosoft("Attention") && !node.Attributes.Contains("qkv_hidden_sizes") && node.Input(0)?.Shape is { Rank: 3 } shape
            && node.Input(1)?.Shape is { Rank: 2 } weights && shape[2].Size * 3 == weights[1].Size && shape[2].IsStatic)
        {
            node.Outputs[0].Type = node.Inputs[0]!.Type;
        }
    }
}
