using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>DequantizeLinear → ArgMax → ArgMax of the integers.</summary>
internal sealed class DropDequantizeRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["ArgMax"];

    public string Action => "dropDQ";

    public string? Produces(QuantizedGroup group, int opset) => null;

    public bool Matches(QuantizedGroup group, int opset) =>
        group.Clip is null && group.Dequantizers.Count == 1 && group.OwnsDequantizers && group.InputType is ElementType.Int8 or ElementType.UInt8
        && Quantizer.IsSingle(group.Dequantizers[0].Input(1)) && Quantizer.IsSingle(group.Dequantizers[0].Input(2));

    public void Apply(QuantizedGroup group, int opset)
    {
        Node dequantize = group.Dequantizers[0];
        group.Target.SetInput(0, dequantize.Inputs[0]);
        Fusion.RemoveUnread(dequantize);
    }
}
