using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>Two DequantizeLinear → Where → QuantizeLinear, all of one 8-bit type → QLinearWhere.</summary>
internal sealed class WhereRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["Where"];

    public string Action => "Where";

    public string? Produces(QuantizedGroup group, int opset) => "com.microsoft:QLinearWhere:1";

    public bool Matches(QuantizedGroup group, int opset) =>
        group.IsComplete(inputs: 2) && group.InputType is ElementType.Int8 or ElementType.UInt8
        && group.InputType == Quantizer.StoredType(group.Dequantizers[1]) && group.InputType == group.OutputType;

    public void Apply(QuantizedGroup group, int opset) => group.Replace(
        "QLinearWhere", MicrosoftOperators.Domain,
        [group.Target.Inputs[0], .. QuantizedGroup.Stored(group.Dequantizers[0]), .. QuantizedGroup.Stored(group.Dequantizers[1]), .. group.OutputParameters]);
}
