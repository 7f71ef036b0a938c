using System.Diagnostics.CodeAnalysis;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>A QuantizeLinear or DequantizeLinear with constant parameters for the whole tensor.</summary>
internal readonly struct QuantizationNode
{
    private QuantizationNode(Node node, float scale, long zeroPoint, ElementType type)
    {
        Node = node;
        Scale = scale;
        ZeroPoint = zeroPoint;
        Type = type;
    }

    internal Node Node { get; }

    internal float Scale { get; }

    internal long ZeroPoint { get; }

    /// <summary>The quantized type.</summary>
    internal ElementType Type { get; }

    internal Value Input => Node.Inputs[0]!;

    internal Value Output => Node.Outputs[0];

    internal static bool TryRead(Node? node, string opType, [NotNullWhen(true)] out QuantizationNode? read)
    {
        read = null;
        if (node?.Is(opType) != true || node.Input(1)?.Constant is not { ElementCount: 1, ElementType: ElementType.Float } scale
            || node.Input(2)?.Constant is not { ElementCount: 1 } zeroPoint || !zeroPoint.ElementType.IsInteger())
        {
            return false;
        }

        read = new QuantizationNode(node, scale.AsSpan<float>()[0], Numbers.ToInt64(zeroPoint)[0], zeroPoint.ElementType);
        return true;
    }

    /// <summary>Whether both map the n-th integer of their type to the same real number: int8 and uint8 forms of one quantization do.</summary>
    internal bool SameGrid(QuantizationNode other) =>
        Scale == other.Scale
        && Type.BitSize() == other.Type.BitSize()
        && ZeroPoint - Type.IntegerRange().Min == other.ZeroPoint - other.Type.IntegerRange().Min;
}
