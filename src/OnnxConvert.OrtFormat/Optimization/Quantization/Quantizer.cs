using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

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

    /// <summary>Scale, zero point and type of a quantization or dequantization by single constants; null for others.</summary>
    internal static (float Scale, long ZeroPoint, ElementType Type)? Parameters(Node node)
    {
        if (!HasConstantParameters(node) || Contents(node, 1).ElementType != ElementType.Float)
            return null;
        float scale = Contents(node, 1).AsSpan<float>()[0];
        return node.Input(2) is null ? (scale, 0, StoredType(node)) : (scale, (long)Elements.Read<Int128>(Contents(node, 2))[0], Contents(node, 2).ElementType);
    }

    /// <summary>Whether a quantization limits its input at least as much as a Relu or Clip before it, in quantized numbers.</summary>
    internal static bool Implies(Node quantize, Node clip)
    {
        if (Parameters(quantize) is not var (scale, zeroPoint, type) || quantize.Inputs[1]!.Constant!.Rank > 0 || type is not (ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16))
            return false;
        (long min, long max) = type.IntegerRange();
        if (clip.Is("Relu"))
            return zeroPoint == min;
        // A limit beyond 32 bits, as that of a Clip without maximum, counts as the lowest number in ONNX Runtime on x64.
        return ClipBounds.Read(clip) is var (low, high) && Steps(low) + zeroPoint <= min && Steps(high) + zeroPoint >= max;

        long Steps(float limit) => MathF.Round(limit / scale) is var steps && steps is > int.MinValue and < int.MaxValue ? (long)steps : int.MinValue;
    }

    /// <summary>The zero point, or a constant 0 of the stored type where it is left out.</summary>
    internal static Value ZeroPoint(Node node) => node.Input(2) ?? node.Graph!.AddInitializer("zero_point", Numbers.Scalar(0, StoredType(node)));

    private static TensorData Contents(Node node, int input) => node.Inputs[input]!.Constant!;
}
