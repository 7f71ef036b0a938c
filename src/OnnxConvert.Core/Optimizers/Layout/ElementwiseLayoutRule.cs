using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>Operators that treat every element alike: dimensions may come in any order.</summary>
/// <param name="allInputs">Whether all inputs carry data and broadcast, or only the first.</param>
internal sealed class ElementwiseLayoutRule(bool allInputs) : LayoutRule
{
    internal override IEnumerable<int> DataInputs(Node node) => allInputs ? Enumerable.Range(0, node.Inputs.Count) : [0];

    internal override bool Applies(Node node, int opset) => HasOneRank(node);
}
