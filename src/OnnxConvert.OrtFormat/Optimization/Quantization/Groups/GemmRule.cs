using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>
/// DequantizeLinear of both operands and the bias → Gemm → QuantizeLinear, which may be missing → QGemm. Operands and result are
/// of 8 bits, a signed left operand wants a signed right one, the bias is of int32 and its factor 1.
/// </summary>
internal sealed class GemmRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["Gemm"];

    public string Action => "Gemm";

    public int InputPlaces => 3;

    public string? Produces(QuantizedGroup group, int opset) => "com.microsoft:QGemm:1";

    public bool Matches(QuantizedGroup group, int opset)
    {
        if (!group.IsComplete(orReal: true))
            return false;
        ElementType left = group.InputType, right = Quantizer.StoredType(group.Dequantizers[1]);
        if (left is not (ElementType.Int8 or ElementType.UInt8) || right is not (ElementType.Int8 or ElementType.UInt8) || (left == ElementType.Int8 && left != right))
            return false;
        if (group.Quantizers.Count > 0 && group.OutputType != left)
            return false;
        return group.Dequantizers.Count < 3 || (group.Target.Attributes.Float("beta", 1) == 1 && Quantizer.StoredType(group.Dequantizers[2]) == ElementType.Int32);
    }

    public void Apply(QuantizedGroup group, int opset)
    {
        List<Value?> inputs = [.. QuantizedGroup.Stored(group.Dequantizers[0]), .. QuantizedGroup.Stored(group.Dequantizers[1])];
        if (group.Dequantizers.Count == 3)
            inputs.Add(group.Dequantizers[2].Inputs[0]);
        if (group.Quantizers.Count > 0)
            inputs.AddRange([.. group.Dequantizers.Count == 3 ? Array.Empty<Value?>() : [null], .. group.OutputParameters]);
        Fusion.CopyAttributes(group.Target, group.Replace("QGemm", MicrosoftOperators.Domain, inputs), "beta");
    }
}
