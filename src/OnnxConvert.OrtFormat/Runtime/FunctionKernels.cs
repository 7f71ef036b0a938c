using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>
/// The operators with a body that ONNX Runtime 1.31.1 has no CPU kernel for: it writes them out itself when it loads an ONNX model,
/// and cannot when it loads one in the ORT format.
/// </summary>
internal static class FunctionKernels
{
    private static readonly HashSet<string> Missing =
    [
        "Bernoulli", "CastLike", "CenterCropPad", "GroupNormalization", "HardSwish", "Mish", "NegativeLogLikelihoodLoss", "SequenceMap",
        "SoftmaxCrossEntropyLoss", "Swish",
    ];

    public static bool IsMissing(Node node) => node.Domain.Length == 0 && Missing.Contains(node.OpType);
}
