using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;
using OnnxConvert.TfLite.Handlers;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// WHILE(…, list, …), whose body only does TensorListSetItem(list, i, item) → a loop that stacks the items of all rounds, as
/// ONNX's Loop does, and behind it the list of them, filled up with zeros.
/// </summary>
/// <remarks>
/// A list that is carried is copied in each round; and of a list whose item sizes are open the loop's shapes are open too.
/// Conditions: the list is new, from TensorListReserve; the body reads it in the one TensorListSetItem only, and gives back what
/// that makes; the condition does not read it; the index is a value that the loop carries, which starts at a constant and
/// grows by 1 in each round; no other operator runs the body or the condition.
/// </remarks>
[Rewriter]
internal sealed class ScanOutputRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        bool isLoop = node.Domain == TfLiteOps.Domain && node.OpType is TfLiteOps.While or TfLiteOps.StableHloWhile;
        bool isScan = node.Domain == TfLiteOps.FusedDomain && node.OpType == FusedOps.Loop;
        if (!isLoop && !isScan)
            return false;
        if (Subgraph(node, "cond_subgraph_index", context) is not { } condition || Subgraph(node, "body_subgraph_index", context) is not { } body
            || body.Inputs.Count != node.Inputs.Count || condition.Inputs.Count != node.Inputs.Count || body.Outputs.Count != node.Outputs.Count)
        {
            return false;
        }

        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (node.Inputs[i]?.Producer is not { } reserve || !TensorListNames.Is(reserve, "TensorListReserve"))
                continue;
            if (Find(node, i, condition, body) is { } scan && IsRunOnce(node, context))
            {
                Apply(node, i, scan, condition, body, context);
                return true;
            }

            context.Miss(node, $"the list at input {i} is not only set item by item, from a constant index on");
        }

        return false;
    }

    private static Scan? Find(Node node, int list, Graph condition, Graph body)
    {
        Value carried = body.Inputs[list];
        if (carried.IsGraphOutput || carried.Uses is not [{ InputIndex: 0, Node: var set }] || !TensorListNames.Is(set, "TensorListSetItem") || !condition.Inputs[list].IsUnused)
            return null;
        bool isGivenBack = ReferenceEquals(body.Outputs[list], set.Outputs[0]) && set.Outputs[0].Uses.Count == 0 && body.Outputs.Count(output => ReferenceEquals(output, set.Outputs[0])) == 1;
        if (!isGivenBack || set.Input(1) is not { } index || set.Input(2) is not { Type: TensorType, Quantization: null } item)
            return null;
        int counter = body.Inputs.ToList().IndexOf(index);
        return counter >= 0 && node.Inputs[counter].Integers() is [>= 0 and var start] && IsNext(body.Outputs[counter], index) ? new Scan(set, item, start) : null;
    }

    private static bool IsNext(Value next, Value index) =>
        next.Producer is { } sum && (sum.IsPlain(TfLiteOps.Add) || TensorListNames.Is(sum, "AddV2")) && sum.Other(index).Integers() is [1];

    private static void Apply(Node node, int list, Scan scan, Graph condition, Graph body, RewriteContext context)
    {
        int carried = node.Inputs.Count;
        Node loop = context.Insert(node, TfLiteOps.FusedDomain, FusedOps.Loop, [.. node.Inputs.Where((_, i) => i != list)]);
        foreach (string option in (string[])["cond_subgraph_index", "body_subgraph_index"])
            loop.Attributes.Set(new NodeAttribute(option, node.Attributes.Int(option)));
        loop.Attributes.Set(new NodeAttribute("stacked", node.Outputs.Count - carried + 1L));
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            if (i == list)
                continue;
            Value old = node.Outputs[i];
            Value result = loop.AddOutput(old.Name, old.Type);
            result.Quantization = old.Quantization;
            Graph.ReplaceAllUses(old, result);
        }

        Value stacked = loop.AddOutput($"{node.Outputs[list].Name}/items", new TensorType(scan.Item.ElementType, scan.Item.Shape is { } shape ? new Shape([Dimension.Unknown, .. shape]) : null));
        Value reserved = node.Inputs[list]!;
        Node items = context.Insert(node, TfLiteOps.FusedDomain, FusedOps.ListOfItems, stacked, reserved.Producer!.Input(1));
        items.Attributes.Set(new NodeAttribute("start", scan.Start));
        RewriteContext.Replace(node.Outputs[list], items.AddOutput(node.Outputs[list].Name, node.Outputs[list].Type));

        body.RemoveOutput(list);
        body.Remove(scan.Set);
        body.RemoveInput(body.Inputs[list]);
        body.AddOutput(scan.Item);
        condition.RemoveInput(condition.Inputs[list]);
    }

    /// <summary>Whether nothing else in the model runs the loop's graphs, so that they may be changed.</summary>
    private static bool IsRunOnce(Node node, RewriteContext context)
    {
        long[] graphs = [node.Attributes.Int("cond_subgraph_index"), node.Attributes.Int("body_subgraph_index")];
        IEnumerable<long> others = context.Subgraphs.SelectMany(graph => graph.Nodes).Where(other => !ReferenceEquals(other, node))
            .SelectMany(other => other.Attributes).Where(attribute => attribute.Name.Contains("subgraph", StringComparison.Ordinal))
            .SelectMany(attribute => attribute.Kind == AttributeKind.Ints ? attribute.Ints : [attribute.Int]);
        return graphs[0] != graphs[1] && !graphs.Contains(0) && !others.Any(graphs.Contains);
    }

    private static Graph? Subgraph(Node node, string option, RewriteContext context) =>
        node.Attributes.Int(option) is >= 0 and var index && index < context.Subgraphs.Count ? context.Subgraphs[(int)index] : null;

    /// <param name="Set">What sets the item.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Start">The index of the first one.</param>
    private sealed record Scan(Node Set, Value Item, long Start);
}
