using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.State;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Converting.Subgraphs;

/// <summary>
/// A condition and a body as Loop. The condition is written twice: before the loop for the values at the start, and at the
/// end of the body for those of the next round. States that the body changes are carried along.
/// </summary>
/// <param name="op">The operator.</param>
/// <param name="outer">The converter of its graph.</param>
/// <param name="condition">Gives one bool.</param>
/// <param name="body">Gives as many values as it takes, and <paramref name="stacked"/> more.</param>
/// <param name="stacked">The number of results that are not carried: those of all rounds are stacked.</param>
internal sealed class LoopConversion(OpContext op, GraphConverter outer, Graph condition, Graph body, int stacked)
{
    private readonly List<ModelState> _carriedStates = [];
    private readonly Dictionary<int, Shape?> _openShapes = [];

    internal void Convert()
    {
        List<Value> arguments = SubgraphCalls.Arguments(op, body, 0);
        if (condition.Inputs.Count != body.Inputs.Count || body.Outputs.Count != body.Inputs.Count + stacked || condition.Outputs.Count != 1)
            throw op.NotSupported($"needs a condition that gives one value and takes as many as the body takes and gives; they take {condition.Inputs.Count} and {body.Inputs.Count}, and give {condition.Outputs.Count} and {body.Outputs.Count}");

        Value start = Condition(outer, arguments);
        List<int> carried = [.. Enumerable.Range(0, arguments.Count).Where(i => outer.HandleOf(arguments[i]) is null)];
        List<Value> initial = [.. carried.Select(i => outer.Tensors.StoredFor(arguments[i], body.Inputs[i]))];
        // What changes in the body shows only when it is written: then it is written anew, with one thing more left open.
        ConversionReport.Mark mark = outer.Run.Report.TakeMark();
        Graph? loop;
        while ((loop = WriteBody(arguments, carried, initial)) is null)
            outer.Run.Report.ReturnTo(mark);
        Finish(loop, start, carried, initial);
    }

    private void Finish(Graph loop, Value start, List<int> carried, List<Value> initial)
    {
        int arguments = body.Inputs.Count;
        Value[] inputs = [.. initial, .. _carriedStates.Select(outer.Scope.Current)];
        IReadOnlyList<Value> results = outer.Scope.Emit.Loop(start, loop, inputs, stacked);
        GraphConverter last = outer.For(outer.Scope);
        for (int i = 0; i < carried.Count; i++)
        {
            last.Tensors.SetStored(body.Inputs[carried[i]], results[i]);
            SubgraphCalls.Hand(last, body.Inputs[carried[i]], outer, op.Output(carried[i]));
        }

        for (int i = 0; i < _carriedStates.Count; i++)
            outer.Scope.Write(_carriedStates[i], results[carried.Count + i]);
        for (int i = 0; i < stacked; i++)
            outer.Tensors.SetStored(op.Output(arguments + i), results[inputs.Length + i]);
        for (int i = 0; i < arguments; i++)
        {
            if (outer.HandleOf(op.Input(i)) is { } handle)
                outer.SetHandle(op.Output(i), handle);
        }
    }

    /// <summary>Writes the body's graph: iteration, condition, carried values → condition, carried values, stacked values.</summary>
    /// <returns>Null when a state or a shape changes that was taken to stay.</returns>
    private Graph? WriteBody(List<Value> arguments, List<int> carried, List<Value> initial)
    {
        GraphConverter inner = outer.For(outer.Scope.Inner(new Graph(body.Name.Length > 0 ? body.Name : "body")));
        Emitter emit = inner.Scope.Emit;
        emit.AddInput("iteration", new TensorType(ElementType.Int64, Shape.Scalar));
        emit.AddInput("condition", new TensorType(ElementType.Bool));
        AddCarried(inner, arguments, carried, initial);
        SubgraphCalls.Convert(inner, body);
        Value next = Condition(inner, [.. body.Inputs.Select((_, i) => SubgraphCalls.Result(op, body, i))]);

        List<Value> values = [.. carried.Select(i => inner.Tensors.StoredFor(SubgraphCalls.Result(op, body, i), body.Inputs[i]))];
        if (FindChanges(inner, carried, values))
            return null;
        emit.AddInnerOutput(next);
        foreach (Value value in values)
            emit.AddInnerOutput(value);
        foreach (ModelState state in _carriedStates)
            emit.AddInnerOutput(inner.Scope.Current(state));
        foreach (Value item in body.Outputs.Skip(body.Inputs.Count))
            emit.AddInnerOutput(inner.Tensors.StoredFor(item, item));
        return emit.Graph;
    }

    private void AddCarried(GraphConverter inner, List<Value> arguments, List<int> carried, List<Value> initial)
    {
        Emitter emit = inner.Scope.Emit;
        for (int k = 0; k < carried.Count; k++)
        {
            int i = carried[k];
            Shape? shape = _openShapes.TryGetValue(k, out Shape? open) ? open : initial[k].Shape;
            inner.Tensors.SetStored(body.Inputs[i], emit.AddInput(body.Inputs[i].Name, new TensorType(initial[k].ElementType, shape)));
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            if (outer.HandleOf(arguments[i]) is { } handle)
                inner.SetHandle(body.Inputs[i], handle);
        }

        foreach (ModelState state in _carriedStates)
        {
            Value before = outer.Scope.Current(state);
            inner.Scope.Carry(state, emit.AddInput(state.Tensor.Name, new TensorType(before.ElementType, state.Tensor.Shape)));
        }
    }

    /// <summary>The condition's value for some tensors, written where they are.</summary>
    private Value Condition(GraphConverter from, IReadOnlyList<Value> tensors)
    {
        GraphConverter inner = from.For(from.Scope);
        SubgraphCalls.Bind(from, tensors, inner, condition);
        SubgraphCalls.Convert(inner, condition);
        return from.Scope.Emit.AsCondition(inner.Tensors.Raw(SubgraphCalls.Result(op, condition, 0)));
    }

    private bool FindChanges(GraphConverter inner, List<int> carried, List<Value> values)
    {
        bool changed = false;
        foreach (ModelState state in inner.Scope.WrittenStates.Except(_carriedStates))
        {
            _carriedStates.Add(state);
            changed = true;
        }

        for (int k = 0; k < carried.Count; k++)
        {
            RequireSameHandle(inner, carried[k]);
            Shape? before = inner.Tensors.Raw(body.Inputs[carried[k]]).Shape;
            Shape? both = Dims.Union(before, values[k].Shape);
            // What is open altogether looks as declared again when it is written anew.
            bool isOpen = _openShapes.TryGetValue(k, out Shape? open) && open is null;
            if (isOpen || before is null || before.Equals(both))
                continue;
            _openShapes[k] = both;
            ShapesOf.Forget(body);
            ShapesOf.Forget(condition);
            changed = true;
        }

        return changed;
    }

    private void RequireSameHandle(GraphConverter inner, int index)
    {
        if (inner.HandleOf(SubgraphCalls.Result(op, body, index)) is not null)
            throw op.NotSupported("its body makes a resource of a tensor", body.Inputs[index]);
    }
}
