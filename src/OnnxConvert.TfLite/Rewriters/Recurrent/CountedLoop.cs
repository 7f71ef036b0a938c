using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>A WHILE whose condition only compares counters, which start at 0 and rise by 1, with limits that do not change.</summary>
internal sealed class CountedLoop
{
    private const int MaxLimits = 8;

    private readonly Graph _condition;

    private CountedLoop(Node loop, Graph condition, Graph body)
    {
        Node = loop;
        _condition = condition;
        Body = body;
    }

    internal Node Node { get; }

    internal Graph Body { get; }

    /// <summary>How often the body runs at most: the least of the constant limits.</summary>
    internal long Count { get; private set; } = long.MaxValue;

    /// <summary>A limit that is computed before the loop, or null.</summary>
    internal Value? ComputedLimit { get; private set; }

    internal static CountedLoop? Of(Node node, RewriteContext context)
    {
        if (node.OpType != TfLiteOps.While || node.Domain != TfLiteOps.Domain || Subgraph("cond_subgraph_index") is not { } condition || Subgraph("body_subgraph_index") is not { } body)
            return null;
        int count = node.Inputs.Count;
        if (node.Outputs.Count != count || node.Inputs.Any(input => input is null) || body.Inputs.Count != count || body.Outputs.Count != count
            || condition.Inputs.Count != count || condition.Outputs.Count != 1)
        {
            return null;
        }

        // An operator without outputs is there for its effect.
        if (body.Nodes.Concat(condition.Nodes).Any(inner => inner.Outputs.Count == 0))
            return null;
        var loop = new CountedLoop(node, condition, body);
        return loop.TakeCondition(condition.Outputs[0], 0) && loop.Count is > 0 and <= int.MaxValue ? loop : null;

        Graph? Subgraph(string option) => node.Attributes.Int(option) is var index && index > 0 && index < context.Subgraphs.Count ? context.Subgraphs[(int)index] : null;
    }

    /// <summary>Whether a value in the body is the number of the round, counted from 0.</summary>
    internal bool IsRound(Value? value) => value is { IsGraphInput: true } && IsCounter(IndexOf(Body, value));

    /// <summary>Whether a value in the body is the number of the next round.</summary>
    internal bool IsNextRound(Value? value)
    {
        foreach ((Value? round, Value? one) in value.By(TfLiteOps.Add)?.EitherWay() ?? [])
        {
            if (one.Integers() is [1] && IsRound(round))
                return true;
        }

        return false;
    }

    /// <summary>What a value in the body is outside, if it does not change: an input of the loop, or null.</summary>
    internal Value? Outside(Value? value) => value is { IsGraphInput: true } && IndexOf(Body, value) is >= 0 and var index && IsUnchanged(index) ? Node.Input(index) : null;

    /// <summary>Whether an input of the body comes out of it as it is.</summary>
    internal bool IsUnchanged(int index) => ReferenceEquals(Body.Outputs[index], Body.Inputs[index]);

    /// <summary>Whether an input of the body counts the rounds.</summary>
    internal bool IsCounter(int index)
    {
        if (index < 0 || Node.Input(index).Integers() is not [0] || Node.Input(index)!.ElementType is not (ElementType.Int32 or ElementType.Int64))
            return false;
        foreach ((Value? before, Value? one) in Body.Outputs[index].By(TfLiteOps.Add)?.EitherWay() ?? [])
        {
            if (ReferenceEquals(before, Body.Inputs[index]) && one.Integers() is [1])
                return true;
        }

        return false;
    }

    internal static int IndexOf(Graph graph, Value input)
    {
        for (int i = 0; i < graph.Inputs.Count; i++)
        {
            if (ReferenceEquals(graph.Inputs[i], input))
                return i;
        }

        return -1;
    }

    private bool TakeCondition(Value? value, int depth)
    {
        if (depth > MaxLimits || value?.Producer is not { } node)
            return false;
        if (node.IsBuiltin(TfLiteOps.LogicalAnd))
            return TakeCondition(node.Input(0), depth + 1) && TakeCondition(node.Input(1), depth + 1);
        if (!node.IsBuiltin(TfLiteOps.Less) || node.Input(0) is not { IsGraphInput: true } counter || !IsCounter(IndexOf(_condition, counter)) || node.Input(1) is not { } limit)
            return false;
        if (limit.IsGraphInput)
        {
            int index = IndexOf(_condition, limit);
            if (index < 0 || !IsUnchanged(index))
                return false;
            limit = Node.Input(index)!;
        }

        if (limit.Integers() is [var constant])
            Count = Math.Min(Count, constant);
        else if (ComputedLimit is null && !ReferenceEquals(limit.Graph, _condition))
            ComputedLimit = limit;
        else
            return false;
        return true;
    }
}
