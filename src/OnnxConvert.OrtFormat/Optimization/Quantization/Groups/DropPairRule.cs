using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>DequantizeLinear → operator that only moves elements → QuantizeLinear, of equal parameters → the operator on integers.</summary>
internal class DropPairRule : IGroupRule
{
    public virtual IReadOnlyList<string> OpTypes => ["Expand", "Flatten", "Gather", "GatherElements", "Reshape", "Slice", "Squeeze", "Tile", "Transpose", "Unsqueeze"];

    public virtual string Action => "drop";

    public string? Produces(QuantizedGroup group, int opset) => null;

    public virtual bool Matches(QuantizedGroup group, int opset) =>
        group.Clip is null && group.IsComplete(inputs: 1) && group.InputType == group.OutputType && Quantizer.AreEqual(group.Quantizers[0], group.Dequantizers[0]);

    public void Apply(QuantizedGroup group, int opset)
    {
        Node dequantize = group.Dequantizers[0], quantize = group.Quantizers[0];
        Node moved = group.Replace(group.Target.OpType, "", group.Target.Inputs.Select(input => ReferenceEquals(input, dequantize.Outputs[0]) ? dequantize.Inputs[0] : input));
        moved.Outputs[0].Type = quantize.Outputs[0].Type;
        Fusion.CopyAttributes(group.Target, moved);
    }
}
