using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>QLinearAveragePool and QLinearGlobalAveragePool, which say themselves whether channels are last.</summary>
internal sealed class QuantizedPoolLayoutRule : LayoutRule
{
    public override bool Applies(Node node, int opset) => HasOneRank(node) && node.Outputs[0].Shape!.Rank > 2;

    public override Permutation? FromInput(Node node, Permutation input) => Fits(node, input) ? input : null;

    public override Permutation? FromOutput(Node node, Permutation output) => Fits(node, output) ? output : null;

    public override void Apply(Node node, Permutation permutation, int opset) =>
        node.Attributes.Set(new NodeAttribute("channels_last", 1 - node.Attributes.Int("channels_last")));

    private static bool Fits(Node node, Permutation permutation) => ChannelsLast.IsOf(node.Attributes.Int("channels_last") == 0 ? permutation : permutation.Inverse);
}
