using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>A DequantizeLinear for each operand → Concat → QuantizeLinear, all of one 8-bit type → QLinearConcat.</summary>
internal sealed class ConcatRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["Concat"];

    public string Action => "*DQ";

    public bool HasAnyInputs => true;

    public string? Produces(QuantizedGroup group, int opset) => "com.microsoft:QLinearConcat:1";

    public bool Matches(QuantizedGroup group, int opset) =>
        group.IsComplete() && group.InputType is ElementType.Int8 or ElementType.UInt8
        && group.Dequantizers.All(node => Quantizer.StoredType(node) == group.InputType) && group.InputType == group.OutputType;

    public void Apply(QuantizedGroup group, int opset)
    {
        Node fused = group.Replace("QLinearConcat", MicrosoftOperators.Domain, [.. group.OutputParameters, .. group.Dequantizers.SelectMany(QuantizedGroup.Stored)]);
        Fusion.CopyAttributes(group.Target, fused);
    }
}
