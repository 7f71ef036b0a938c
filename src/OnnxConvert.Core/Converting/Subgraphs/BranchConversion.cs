using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.State;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Subgraphs;

/// <summary>
/// Source graphs as the branches of If, one inside the other where there are more than two. What a branch does to states
/// comes out of all of them.
/// </summary>
internal static class BranchConversion
{
    internal static void Convert(OpContext op, GraphConverter outer, IReadOnlyList<Value> conditions, IReadOnlyList<Graph> branches, int firstInput)
    {
        if (branches.Count == 1)
            throw new ArgumentException("There must be two branches at least.", nameof(branches));
        List<GraphConverter> converted = [.. branches.Select(branch => ConvertBranch(op, outer, branch, firstInput))];
        List<ModelState> states = [.. converted.SelectMany(branch => branch.Scope.WrittenStates).Distinct()];
        List<int> values = SettleHandles(op, outer, converted, branches);
        for (int i = 0; i < converted.Count; i++)
            AddOutputs(op, converted[i], branches[i], values, states);

        IReadOnlyList<Value> results = Join(outer.Scope.Emit, conditions, converted, values.Count + states.Count);
        for (int i = 0; i < values.Count; i++)
            outer.Tensors.SetStored(op.Output(values[i]), results[i]);
        for (int i = 0; i < states.Count; i++)
            outer.Scope.Write(states[i], results[values.Count + i]);
    }

    private static GraphConverter ConvertBranch(OpContext op, GraphConverter outer, Graph branch, int firstInput)
    {
        List<Value> arguments = SubgraphCalls.Arguments(op, branch, firstInput);
        GraphConverter inner = outer.For(outer.Scope.Inner(new Graph(branch.Name)));
        SubgraphCalls.Bind(outer, arguments, inner, branch);
        SubgraphCalls.Convert(inner, branch);
        return inner;
    }

    /// <summary>Sets the outputs that are no tensors, on which all branches must agree, and gives the numbers of the others.</summary>
    private static List<int> SettleHandles(OpContext op, GraphConverter outer, List<GraphConverter> converted, IReadOnlyList<Graph> branches)
    {
        var values = new List<int>();
        for (int i = 0; i < op.OutputCount; i++)
        {
            object?[] handles = [.. converted.Select((branch, b) => branch.HandleOf(SubgraphCalls.Result(op, branches[b], i)))];
            if (handles.Distinct().Count() > 1)
                throw op.NotSupported("its branches give different resources; which one is only known when the model runs", op.Output(i));
            if (handles[0] is { } handle)
                outer.SetHandle(op.Output(i), handle);
            else
                values.Add(i);
        }

        return values;
    }

    private static void AddOutputs(OpContext op, GraphConverter branch, Graph source, List<int> values, List<ModelState> states)
    {
        Emitter emit = branch.Scope.Emit;
        foreach (int i in values)
            emit.AddInnerOutput(branch.Tensors.StoredFor(SubgraphCalls.Result(op, source, i), op.Output(i)));
        foreach (ModelState state in states)
            emit.AddInnerOutput(branch.Scope.Current(state));
    }

    /// <summary>If of the first branch and of an If of all others.</summary>
    private static IReadOnlyList<Value> Join(Emitter emit, IReadOnlyList<Value> conditions, List<GraphConverter> branches, int outputCount)
    {
        Graph rest = branches[^1].Scope.Emit.Graph;
        for (int i = branches.Count - 2; i > 0; i--)
        {
            Emitter inner = emit.Inside(new Graph($"otherwise_{i}"));
            foreach (Value result in inner.If(conditions[i], branches[i].Scope.Emit.Graph, rest, outputCount))
                inner.AddInnerOutput(result);
            rest = inner.Graph;
        }

        return emit.If(conditions[0], branches[0].Scope.Emit.Graph, rest, outputCount);
    }
}
