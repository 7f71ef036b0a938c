using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>Steps of one cell, each of which goes on from the states of the one before.</summary>
internal sealed class UnrolledChain
{
    /// <summary>How far behind a step's output the end of the next step is looked for, and among how many nodes.</summary>
    private const int MaxDistance = 12;
    private const int MaxNodes = 256;

    private readonly List<UnrolledStep> _steps;

    private UnrolledChain(UnrolledStep first) => _steps = [first];

    internal UnrolledStep First => _steps[0];

    internal UnrolledStep Last => _steps[^1];

    /// <summary>The longest chain that starts with a step.</summary>
    internal static UnrolledChain From(UnrolledStep first)
    {
        var chain = new UnrolledChain(first);
        while (chain.Next() is { } next)
            chain._steps.Add(next);
        return chain;
    }

    /// <summary>What goes in, (time, batch, n).</summary>
    internal Value Sequence(Node position, RewriteContext context)
    {
        if (First.Input.Producer is { OpType: TfLiteOps.Unpack, Domain: TfLiteOps.Domain } unpack && unpack.Outputs.Count == _steps.Count && unpack.Input(0) is { Shape.Rank: 3 } whole && unpack.Attributes.Int("axis") is 0 or 1
            && _steps.Select((step, i) => ReferenceEquals(step.Input, unpack.Outputs[i])).All(isInPlace => isInPlace))
        {
            return TimeFirst(whole, unpack.Attributes.Int("axis"), position, context);
        }

        Node pack = context.Insert(position, TfLiteOps.Domain, TfLiteOps.Pack, [.. _steps.Select(step => step.Input)]);
        pack.Attributes.Set(new NodeAttribute("axis", 0L));
        pack.Attributes.Set(new NodeAttribute("values_count", (long)_steps.Count));
        return pack.AddOutput($"{position.Name}/inputs", new TensorType(ElementType.Float, new Shape([_steps.Count, .. First.Input.Shape!])));
    }

    /// <summary>Puts the operator's results in the place of those of the steps.</summary>
    internal void Replace(RecurrentOperator.Results results, Node position, RewriteContext context)
    {
        ReplacePacked(results.Outputs, position, context);
        if (_steps.Count > 1)
        {
            Node unpack = context.Insert(position, TfLiteOps.Domain, TfLiteOps.Unpack, results.Outputs);
            unpack.Attributes.Set(new NodeAttribute("num", (long)_steps.Count));
            unpack.Attributes.Set(new NodeAttribute("axis", 0L));
            foreach (UnrolledStep step in _steps)
            {
                Value each = unpack.AddOutput($"{step.Cell.Output.Name}_step", step.Cell.Output.Type);
                if (!ReferenceEquals(step, Last))
                    RewriteContext.Replace(step.Cell.Output, each);
            }
        }

        RewriteContext.Replace(Last.Cell.Output, results.Hidden);
        if (results.State is { } state)
            RewriteContext.Replace(Last.Cell.NextState!, state);
    }

    /// <summary>Outputs that are put together again are those of the operator.</summary>
    private void ReplacePacked(Value outputs, Node position, RewriteContext context)
    {
        foreach (Node reader in Last.Cell.Output.Uses.Select(use => use.Node).Distinct().ToArray())
        {
            if (reader.IsBuiltin(TfLiteOps.Pack) && reader.Inputs.SequenceEqual(_steps.Select(step => step.Cell.Output)) && reader.Attributes.Int("axis") is 0 or 1)
                RewriteContext.Replace(reader.Outputs[0], TimeFirst(outputs, reader.Attributes.Int("axis"), position, context));
        }
    }

    /// <summary>Exchanges time and batch where time comes second; the other way round likewise.</summary>
    private static Value TimeFirst(Value value, long axis, Node position, RewriteContext context)
    {
        if (axis == 0)
            return value;
        Value permutation = context.Graph.AddInitializer("time_first", TensorData.Vector(1, 0, 2));
        return context.Insert(position, TfLiteOps.Domain, TfLiteOps.Transpose, value, permutation)
            .AddOutput($"{value.Name}_time_first", new TensorType(ElementType.Float, new Shape(value.Shape![1], value.Shape[0], value.Shape[2])));
    }

    /// <summary>The step behind the last one, or null when there is none, or when it cannot wait: its input needs a step before, or the cell state between is read elsewhere.</summary>
    private UnrolledStep? Next()
    {
        foreach (Node node in Behind(Last.Cell.Output))
        {
            if (UnrolledStep.Of(node, Last.Cell.Output) is not { } next || !ReferenceEquals(next.Hidden, Last.Cell.Output) || !ReferenceEquals(next.Cell.State, Last.Cell.NextState))
                continue;
            HashSet<Node> both = [.. Last.Nodes(), .. next.Nodes()];
            bool isStateFree = Last.Cell.NextState is not { } state || (!state.IsGraphOutput && ReadersOf(state).All(both.Contains));
            return next.IsSameCell(Last) && isStateFree && !Needs(next.Input) ? next : null;
        }

        return null;
    }

    private static IEnumerable<Node> ReadersOf(Value value) => value.Uses.Select(use => use.Node);

    private static IEnumerable<Node> Behind(Value output)
    {
        var seen = new HashSet<Node>();
        List<Node> front = [.. ReadersOf(output)];
        for (int distance = 0; distance < MaxDistance && front.Count > 0 && seen.Count < MaxNodes; distance++)
        {
            List<Node> reached = [.. front.Where(seen.Add)];
            foreach (Node node in reached)
                yield return node;
            front = [.. reached.SelectMany(node => node.Outputs).SelectMany(ReadersOf)];
        }
    }

    /// <summary>Whether a value is computed from what a step of the chain gives.</summary>
    private bool Needs(Value value)
    {
        HashSet<Value> results = [.. _steps.SelectMany(step => step.Results)];
        var seen = new HashSet<Value>();
        var pending = new Stack<Value>([value]);
        while (pending.TryPop(out Value? one))
        {
            if (results.Contains(one))
                return true;
            if (one.Producer is not { } node || !seen.Add(one))
                continue;
            foreach (Value? input in node.Inputs)
            {
                if (input is not null)
                    pending.Push(input);
            }
        }

        return false;
    }
}
