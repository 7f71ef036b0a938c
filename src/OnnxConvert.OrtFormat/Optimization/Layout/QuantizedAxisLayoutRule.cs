using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>QLinearConcat, whose operands are inputs 2, 5, 8 and so on, and QLinearSoftmax as of opset 13: operators with an axis.</summary>
internal sealed class QuantizedAxisLayoutRule : LayoutRule
{
    public override IEnumerable<int> DataInputs(Node node) => node.OpType == "QLinearConcat"
        ? Enumerable.Range(0, (node.Inputs.Count - 2) / 3).Select(i => 2 + (3 * i))
        : [0];

    public override bool Applies(Node node, int opset)
    {
        int? rank = node.Outputs[0].Shape?.Rank;
        bool flattens = node.OpType == "QLinearSoftmax" && node.Attributes.Int("opset") < 13;
        return !flattens && rank is > 1 && DataInputs(node).All(i => node.Input(i)?.Shape?.Rank == rank);
    }

    public override void Apply(Node node, Permutation permutation, int opset) =>
        node.Attributes.Set(new NodeAttribute("axis", permutation.NewAxis(node.Attributes.Int("axis", -1))));
}
