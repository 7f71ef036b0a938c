using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Operators that treat every element alike: dimensions may come in any order.</summary>
/// <param name="allInputs">Whether all inputs carry data and broadcast, or only the first.</param>
public sealed class ElementwiseLayoutRule(bool allInputs) : LayoutRule
{
    /// <summary>The rule of operators with one data input.</summary>
    public static ElementwiseLayoutRule Unary { get; } = new(allInputs: false);

    /// <summary>The rule of operators that broadcast all their inputs.</summary>
    public static ElementwiseLayoutRule Broadcasting { get; } = new(allInputs: true);

    /// <inheritdoc/>
    public override IEnumerable<int> DataInputs(Node node) => allInputs ? Enumerable.Range(0, node.Inputs.Count) : [0];

    /// <inheritdoc/>
    public override bool Applies(Node node, int opset) => HasOneRank(node);
}
