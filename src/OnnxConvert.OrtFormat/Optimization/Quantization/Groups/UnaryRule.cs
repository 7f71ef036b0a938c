using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>DequantizeLinear → operator of one operand → QuantizeLinear, all of one 8-bit type → QLinearSigmoid and so on.</summary>
/// <param name="action">What ONNX Runtime calls the action.</param>
/// <param name="opTypes">The operators.</param>
internal sealed class UnaryRule(string action, params IReadOnlyList<string> opTypes) : IGroupRule
{
    public IReadOnlyList<string> OpTypes => opTypes;

    public string Action => action;

    public string? Produces(QuantizedGroup group, int opset) => $"com.microsoft:QLinear{group.Target.OpType}:1";

    public bool Matches(QuantizedGroup group, int opset) =>
        group.IsComplete(inputs: 1) && group.InputType == group.OutputType && group.InputType is ElementType.Int8 or ElementType.UInt8;

    public void Apply(QuantizedGroup group, int opset)
    {
        Node fused = group.Replace($"QLinear{group.Target.OpType}", MicrosoftOperators.Domain, [.. QuantizedGroup.Stored(group.Dequantizers[0]), .. group.OutputParameters]);
        Fusion.CopyAttributes(group.Target, fused);
        if (group.Target.OpType == "Softmax")
            fused.Attributes.Set(new NodeAttribute("opset", (long)OperatorRegistry.Find("", "Softmax", opset)!.SinceVersion));
    }
}
