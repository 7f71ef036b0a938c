using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Operators with an attribute <c>axis</c> and outputs of the rank of their inputs.</summary>
internal sealed class AxisLayoutRule : LayoutRule
{
    public static AxisLayoutRule Instance { get; } = new();

    public override IEnumerable<int> DataInputs(Node node) => node.OpType switch
    {
        "Concat" => Enumerable.Range(0, node.Inputs.Count),
        "GatherElements" => [0, 1],
        _ => [0],
    };

    public override bool Applies(Node node, int opset)
    {
        // Before opset 13 these flatten their input at the axis, so the order of dimensions matters.
        bool flattens = opset < 13 && node.OpType is "Softmax" or "LogSoftmax" or "Hardmax";
        int? rank = node.Outputs[0].Shape?.Rank;
        return !flattens && rank is > 1 && DataInputs(node).All(i => node.Input(i)?.Shape?.Rank == rank);
    }

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        long otherwise = node.OpType is "Softmax" or "LogSoftmax" or "Hardmax" or "TopK" ? -1 : 0;
        node.Attributes.Set(new NodeAttribute("axis", permutation.NewAxis(node.Attributes.Int("axis", otherwise))));
    }
}
