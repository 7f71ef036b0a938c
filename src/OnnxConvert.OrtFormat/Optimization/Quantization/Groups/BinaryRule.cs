using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>Two DequantizeLinear → Add or Mul → QuantizeLinear, all of one 8-bit type → QLinearAdd or QLinearMul.</summary>
internal sealed class BinaryRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["Add", "Mul"];

    public string Action => "2DQ";

    public string? Produces(QuantizedGroup group, int opset) => $"com.microsoft:QLinear{group.Target.OpType}:1";

    public bool Matches(QuantizedGroup group, int opset) =>
        group.IsComplete() && group.InputType is ElementType.Int8 or ElementType.UInt8
        && group.InputType == Quantizer.StoredType(group.Dequantizers[1]) && group.InputType == group.OutputType;

    public void Apply(QuantizedGroup group, int opset) => group.Replace(
        $"QLinear{group.Target.OpType}", MicrosoftOperators.Domain,
        [.. QuantizedGroup.Stored(group.Dequantizers[0]), .. QuantizedGroup.Stored(group.Dequantizers[1]), .. group.OutputParameters]);
}
