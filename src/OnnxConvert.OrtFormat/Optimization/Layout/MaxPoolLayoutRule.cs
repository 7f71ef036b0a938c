using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>MaxPool of 8-bit integers, without indices → NhwcMaxPool.</summary>
internal sealed class MaxPoolLayoutRule : LayoutRule
{
    public override bool Applies(Node node, int opset) =>
        HasOneRank(node) && node.Outputs[0].ElementType is ElementType.UInt8 or ElementType.Int8 && node.Outputs.Skip(1).All(output => output.IsUnused);

    public override Permutation? FromInput(Node node, Permutation input) => ChannelsLast.IsOf(input) ? input : null;

    public override Permutation? FromOutput(Node node, Permutation output) => ChannelsLast.IsOf(output) ? output : null;

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        node.OpType = "NhwcMaxPool";
        node.Domain = MicrosoftOperators.Domain;
        node.Attributes.Remove("storage_order");
        node.TruncateOutputs(1);
    }
}
