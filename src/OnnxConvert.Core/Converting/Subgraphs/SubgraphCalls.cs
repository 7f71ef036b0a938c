using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Subgraphs;

/// <summary>Hands tensors from an operator to the source graph that it runs, and back.</summary>
internal static class SubgraphCalls
{
    internal static void Inline(OpContext op, GraphConverter outer, Graph body)
    {
        List<Value> arguments = Arguments(op, body, 0);
        GraphConverter inner = outer.For(outer.Scope);
        Bind(outer, arguments, inner, body);
        Convert(inner, body);
        for (int i = 0; i < op.OutputCount; i++)
            Hand(inner, Result(op, body, i), outer, op.Output(i));
    }

    internal static IReadOnlyList<Value> Apply(OpContext op, GraphConverter outer, Graph body, IReadOnlyList<Value> arguments, IReadOnlyList<Value> wanted)
    {
        if (arguments.Count != body.Inputs.Count)
            throw op.NotSupported($"hands {arguments.Count} values to subgraph '{body.Name}', which takes {body.Inputs.Count}");
        ShapesOf.Forget(body);
        GraphConverter inner = outer.For(outer.Scope);
        for (int i = 0; i < arguments.Count; i++)
        {
            if (TensorMap.IsQuantized(body.Inputs[i]))
                throw op.NotSupported($"runs subgraph '{body.Name}' on quantized numbers; real numbers and plain integers would work", body.Inputs[i]);
            inner.Tensors.SetStored(body.Inputs[i], arguments[i]);
        }

        Convert(inner, body);
        return [.. wanted.Select(inner.Tensors.Declared)];
    }

    /// <summary>The operator's inputs that a source graph takes.</summary>
    internal static List<Value> Arguments(OpContext op, Graph body, int firstInput)
    {
        if (op.InputCount - firstInput != body.Inputs.Count)
            throw op.NotSupported($"hands {op.InputCount - firstInput} inputs to subgraph '{body.Name}', which takes {body.Inputs.Count}");
        return [.. Enumerable.Range(firstInput, body.Inputs.Count).Select(op.Input)];
    }

    /// <summary>Gives the inputs of a source graph the values of another one's tensors.</summary>
    internal static void Bind(GraphConverter outer, IReadOnlyList<Value> arguments, GraphConverter inner, Graph body)
    {
        for (int i = 0; i < arguments.Count; i++)
            Hand(outer, arguments[i], inner, body.Inputs[i]);
    }

    /// <summary>Converts a source graph. What cannot be in it is listed already; what would follow from that is not worth a look.</summary>
    internal static void Convert(GraphConverter inner, Graph body)
    {
        int before = inner.Run.Unsupported.Count;
        inner.Run.Nest(() => inner.Convert(body));
        if (inner.Run.Unsupported.Count > before)
            throw new UnsupportedModelException([]);
    }

    /// <summary>The tensor that a source graph gives for an output of the operator.</summary>
    internal static Value Result(OpContext op, Graph body, int index)
    {
        if (index >= body.Outputs.Count)
            throw op.NotSupported($"expects {op.OutputCount} outputs of subgraph '{body.Name}', which gives {body.Outputs.Count}");
        Value result = body.Outputs[index];
        bool isLeftOut = result.Producer is null && result.Type is null;
        if (!isLeftOut)
            return result;
        // An output that is left out passes the input at its place through.
        return index < body.Inputs.Count
            ? body.Inputs[index]
            : throw op.NotSupported($"subgraph '{body.Name}' passes an input {index} through that it does not have");
    }

    /// <summary>Gives a tensor of one converter the value, or the handle, of a tensor of another one that writes into the same graph or one around it.</summary>
    internal static void Hand(GraphConverter from, Value source, GraphConverter to, Value target)
    {
        if (from.HandleOf(source) is { } handle)
            to.SetHandle(target, handle);
        else
            to.Tensors.SetStored(target, from.Tensors.StoredFor(source, target));
    }
}
