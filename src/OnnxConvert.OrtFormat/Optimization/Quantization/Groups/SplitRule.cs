using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>DequantizeLinear → Split → a QuantizeLinear of equal parameters for each output → Split of the integers.</summary>
internal sealed class SplitRule : IGroupRule
{
    public IReadOnlyList<string> OpTypes => ["Split"];

    public string Action => "dropSplitQDQ";

    public bool HasAnyOutputs => true;

    public string? Produces(QuantizedGroup group, int opset) => $":Split:{OperatorRegistry.Find("", "Split", opset)!.SinceVersion}";

    public bool Matches(QuantizedGroup group, int opset) =>
        group.Clip is null && group.IsComplete(inputs: 1)
        && group.Quantizers.All(quantize => Quantizer.StoredType(quantize) == group.InputType && Quantizer.AreEqual(quantize, group.Dequantizers[0]));

    public void Apply(QuantizedGroup group, int opset)
    {
        Node split = group.Target;
        split.SetInput(0, group.Dequantizers[0].Inputs[0]);
        foreach (Node quantize in group.Quantizers)
        {
            Value part = quantize.Inputs[0]!;
            part.Type = quantize.Outputs[0].Type;
            Graph.ReplaceAllUses(quantize.Outputs[0], part);
        }

        Fusion.RemoveUnread([.. group.Quantizers, .. group.Dequantizers]);
    }
}
