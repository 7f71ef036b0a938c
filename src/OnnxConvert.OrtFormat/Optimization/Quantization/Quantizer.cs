using OnnxConvert.Evaluation;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>The nodes that ONNX Runtime takes for QuantizeLinear and DequantizeLinear, and their parameters.</summary>
internal static class Quantizer
{
    internal static bool IsQuantize(Node? node) => node is { OpType: "QuantizeLinear", Domain: "" or MicrosoftOperators.Domain };

    internal static bool IsDequantize(Node? node) => node is { OpType: "DequantizeLinear", Domain: "" or MicrosoftOperators.Domain };

    /// <summary>Whether scale and, where there is one, zero point are single constants.</summary>
    internal static bool HasConstantParameters(Node node) => IsSingle(node.Input(1)) && (node.Input(2) is null || IsSingle(node.Input(2)));

    /// <summary>Whether a quantization gives back what a dequantization read: single constants, all given, and equal.</summary>
    internal static bool AreEqual(Node quantize, Node dequantize) =>
        IsSingle(quantize.Input(1)) && IsSingle(quantize.Input(2)) && IsSingle(dequantize.Input(1)) && IsSingle(dequantize.Input(2))
        && Contents(quantize, 2).ElementType == Contents(dequantize, 2).ElementType
        && Contents(quantize, 2).Bytes.Span.SequenceEqual(Contents(dequantize, 2).Bytes.Span)
        && Elements.Read<double>(Contents(quantize, 1))[0] == Elements.Read<double>(Contents(dequantize, 1))[0];

    /// <summary>A constant of one element, as a scalar or a vector.</summary>
    internal static bool IsSingle(Value? value) => value?.Constant is { Rank: <= 1, ElementCount: 1 };

    /// <summary>The type of the integers: what a DequantizeLinear reads, or a QuantizeLinear writes.</summary>
    internal static ElementType StoredType(Node node) => IsDequantize(node) ? node.Inputs[0]!.ElementType : node.Outputs[0].ElementType;

    private static TensorData Contents(Node node, int input) => node.Inputs[input]!.Constant!;
}
