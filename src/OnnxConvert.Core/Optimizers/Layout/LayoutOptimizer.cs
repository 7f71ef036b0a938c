using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Operators;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>
/// Removes transposes by computing operators in another order of dimensions. Handlers of convolution-like operators put
/// transposes next to themselves and stop thinking about it; here it is decided once, for the whole graph, which tensors
/// are stored channels first and which channels last.
/// </summary>
public sealed class LayoutOptimizer : IOptimizer
{
    private readonly Func<Node, int, LayoutRule?> _findRule;

    /// <summary>An optimizer that knows ONNX's own operators.</summary>
    public LayoutOptimizer()
        : this((_, _) => null)
    {
    }

    /// <summary>An optimizer that asks for a rule, by node and opset, where there is none for ONNX's own operators.</summary>
    public LayoutOptimizer(Func<Node, int, LayoutRule?> findRule) => _findRule = (node, opset) => RuleOf(node, opset) ?? findRule(node, opset);

    /// <summary>The rule by which a node can be permuted, or null when its dimensions have fixed meanings.</summary>
    private static LayoutRule? RuleOf(Node node, int opset) =>
        node.Domain.Length == 0 && OperatorRegistry.Find(node)?.Layout is { } rule && rule.Applies(node, opset) ? rule : null;

    /// <inheritdoc/>
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            var plan = new LayoutPlan(graph, context.Opset, _findRule);
            if (!plan.Operations.Any() || !LayoutCut.Decide(plan))
                continue;
            new LayoutApplication(plan, context.Opset).Run();
            changed = true;
        }

        return changed;
    }
}
