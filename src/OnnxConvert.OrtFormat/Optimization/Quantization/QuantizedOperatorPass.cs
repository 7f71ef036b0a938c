using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Optimization.Quantization.Groups;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// DequantizeLinear → operator → QuantizeLinear → one operator on integers, by the first rule that fits. (QDQSelectorActionTransformer)
/// </summary>
internal sealed class QuantizedOperatorPass : NodeOptimizer
{
    private readonly ILookup<string, IGroupRule> _rules;

    private readonly Func<Node, bool>? _only;

    /// <param name="options">The target, by whose kernels the rules are chosen.</param>
    /// <param name="only">Which operators to look at; null for all.</param>
    internal QuantizedOperatorPass(OrtOptions options, Func<Node, bool>? only = null)
    {
        _only = only;
        bool allowsInt8 = options.TargetPlatform == TargetPlatform.Arm;
        IGroupRule[] rules =
        [
            new SplitRule(),
            new DropPairOfResizeRule(),
            new DropPairOfExtremesRule(),
            new DropPairRule(),
            new DropDequantizeRule(),
            new UnaryRule("1DQ", "AveragePool", "LeakyRelu", "GlobalAveragePool", "Sigmoid"),
            new UnaryRule("1DQ_CPU", "Softmax"),
            new BinaryRule(),
            new ConcatRule(),
            new ConvRule(allowsInt8),
            new MatMulRule(allowsInt8),
            new BlockwiseMatMulRule(options.MatMulNBitsAccuracy),
            new GemmRule(),
            new WhereRule(),
        ];
        _rules = rules.SelectMany(rule => rule.OpTypes.Select(opType => (opType, rule))).ToLookup(pair => pair.opType, pair => pair.rule);
    }

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (_only?.Invoke(node) == false || Match(node, context.Opset) is not var (rule, group))
            return false;
        rule.Apply(group, context.Opset);
        return true;
    }

    /// <summary>The rule that fits an operator, and what it fits to.</summary>
    internal (IGroupRule Rule, QuantizedGroup Group)? Match(Node node, int opset)
    {
        if (node.Domain.Length > 0 || !_rules.Contains(node.OpType) || QuantizedGroup.Around(node) is not { } group)
            return null;
        return _rules[node.OpType].FirstOrDefault(rule => rule.Matches(group, opset)) is { } match ? (match, group) : null;
    }
}
