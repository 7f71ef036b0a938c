using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>
/// Two DequantizeLinear → MatMul → QuantizeLinear → QLinearMatMul; without the QuantizeLinear → MatMulIntegerToFloat. Operands
/// and result are of 8 bits; a signed left operand wants a signed right one, and a target where that is fast.
/// </summary>
internal sealed class MatMulRule(bool allowsInt8) : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["MatMul"];

    public string Action => "MatMul";

    public string? Produces(QuantizedGroup group, int opset) => group.Quantizers.Count == 0
        ? "com.microsoft:MatMulIntegerToFloat:1"
        : $":QLinearMatMul:{OperatorRegistry.Find("", "QLinearMatMul", opset)!.SinceVersion}";

    public bool Matches(QuantizedGroup group, int opset)
    {
        if (group.Dequantizers.Count != 2 || group.Clip is not null)
            return false;
        ElementType left = group.InputType, right = Quantizer.StoredType(group.Dequantizers[1]);
        if (left is not (ElementType.Int8 or ElementType.UInt8) || right is not (ElementType.Int8 or ElementType.UInt8))
            return false;
        if (left == ElementType.Int8 && (!allowsInt8 || right != ElementType.Int8))
            return false;
        return group.Quantizers.Count == 0 ? group.OwnsDequantizers : group.IsComplete() && group.OutputType == left;
    }

    public void Apply(QuantizedGroup group, int opset)
    {
        Value?[] left = QuantizedGroup.Stored(group.Dequantizers[0]), right = QuantizedGroup.Stored(group.Dequantizers[1]);
        if (group.Quantizers.Count > 0)
            group.Replace("QLinearMatMul", "", [.. left, .. right, .. group.OutputParameters]);
        else
            group.Replace("MatMulIntegerToFloat", MicrosoftOperators.Domain, [left[0], right[0], left[1], right[1], left[2], right[2]]);
    }
}
