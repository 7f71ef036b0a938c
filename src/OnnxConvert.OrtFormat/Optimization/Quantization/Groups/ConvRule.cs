using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>
/// DequantizeLinear of input, weights and bias → Conv → QuantizeLinear → QLinearConv. Input and output have one 8-bit type; a
/// signed input wants signed weights, and a target where that is fast. The bias is of int32, in steps of the product of the other scales.
/// </summary>
internal sealed class ConvRule(bool allowsInt8) : IGroupRule
{
    /// <summary>How far the step of the bias may be off, relatively, as in ONNX Runtime.</summary>
    private const double BiasTolerance = 0.01;

    public IReadOnlyList<string> OpTypes => ["Conv"];

    public string Action => "Conv";

    public int InputPlaces => 3;

    public string? Produces(QuantizedGroup group, int opset) => ":QLinearConv:10";

    public bool Matches(QuantizedGroup group, int opset)
    {
        if (!group.IsComplete() || group.InputType != group.OutputType)
            return false;
        ElementType weights = Quantizer.StoredType(group.Dequantizers[1]);
        if (group.InputType is not (ElementType.Int8 or ElementType.UInt8) || weights is not (ElementType.Int8 or ElementType.UInt8))
            return false;
        if (group.InputType == ElementType.Int8 && (!allowsInt8 || weights != ElementType.Int8))
            return false;
        return group.Dequantizers.Count < 3 || (Quantizer.StoredType(group.Dequantizers[2]) == ElementType.Int32 && HasProductScale(group));
    }

    public void Apply(QuantizedGroup group, int opset)
    {
        List<Value?> inputs = [.. QuantizedGroup.Stored(group.Dequantizers[0]), .. QuantizedGroup.Stored(group.Dequantizers[1]), .. group.OutputParameters];
        if (group.Dequantizers.Count == 3)
            inputs.Add(group.Dequantizers[2].Inputs[0]);
        Fusion.CopyAttributes(group.Target, group.Replace("QLinearConv", "", inputs));
    }

    private static bool HasProductScale(QuantizedGroup group)
    {
        if (Scales(group.Dequantizers[0]) is not { Length: 1 } input || Scales(group.Dequantizers[1]) is not { } weights || Scales(group.Dequantizers[2]) is not { } bias
            || (bias.Length != 1 && weights.Length != 1 && bias.Length != weights.Length))
        {
            return false;
        }

        for (int i = 0; i < Math.Max(bias.Length, weights.Length); i++)
        {
            double expected = input[0] * weights[weights.Length == 1 ? 0 : i];
            if (!(Math.Abs(bias[bias.Length == 1 ? 0 : i] - expected) <= BiasTolerance * Math.Abs(expected)))
                return false;
        }

        return true;
    }

    private static double[]? Scales(Node dequantizer) =>
        dequantizer.Inputs[1]?.Constant is { ElementType: ElementType.Float } scales ? Elements.Read<double>(scales) : null;
}
