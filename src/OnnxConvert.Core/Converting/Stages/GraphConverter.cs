using OnnxConvert.Converting.State;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>Converts the operators of one source graph into an ONNX graph, and collects everything that cannot be.</summary>
internal sealed class GraphConverter
{
    private readonly Dictionary<Value, object> _handles = [];

    internal GraphConverter(ConversionRun run, GraphScope scope, TensorMap tensors)
    {
        Run = run;
        Scope = scope;
        Tensors = tensors;
        tensors.CurrentState = CurrentState;
    }

    internal ConversionRun Run { get; }

    internal GraphScope Scope { get; }

    internal TensorMap Tensors { get; }

    private Emitter Emit => Scope.Emit;

    internal void Convert(Graph source)
    {
        foreach (Node node in source.TopologicalOrder())
        {
            Run.CountOperator();
            Convert(node);
        }
    }

    /// <summary>A converter of another source graph into the same ONNX graph, or one inside it.</summary>
    internal GraphConverter For(GraphScope scope) => new(Run, scope, Run.NewTensorMap(scope.Emit));

    /// <summary>What a tensor refers to that is no tensor in ONNX, such as a variable; null for ordinary tensors.</summary>
    internal object? HandleOf(Value source) => _handles.GetValueOrDefault(source);

    internal void SetHandle(Value source, object handle) => _handles[source] = handle;

    /// <summary>Gives a state tensor what was just computed for it.</summary>
    internal void WriteState(Value source)
    {
        ModelState state = StateOf(source);
        Scope.Write(state, Tensors.StoredFor(source, state.Tensor));
    }

    internal ModelState StateOf(Value source) => Scope.States.Get(KeyOf(source), source.Name, source);

    private static bool IsState(Value source) => source.HasMetadata && source.Metadata.ContainsKey(SourceModel.VariableKey);

    // A tensor that an operator overwrites is several values of one graph, with one number.
    private static (Graph, string) KeyOf(Value source) => (source.Graph, source.Metadata[SourceModel.VariableKey]);

    private Value? CurrentState(Value source)
    {
        if (source.Producer is not null || !IsState(source))
            return null;
        ModelState state = StateOf(source);
        TensorMap states = Run.NewTensorMap(Emit);
        states.SetStored(state.Tensor, Scope.Current(state));
        return states.StoredFor(state.Tensor, source);
    }

    private void Convert(Node node)
    {
        OperatorReport entry = Run.Report.Add(node);
        entry.Rewriter = node.HasMetadata && node.Metadata.TryGetValue("rewriter", out string? rule) ? rule : null;
        (string prefix, Action<Node>? listener) = (Emit.Prefix, Emit.Added);
        Emit.Prefix = node.Name.Length > 0 ? node.Name : node.OpType;
        var emitted = new List<Node>();
        Emit.Added = added =>
        {
            entry.BecameOps.Add(added.OpType);
            emitted.Add(added);
        };
        int before = Run.Unsupported.Count;
        try
        {
            Convert(node, entry, emitted);
        }
        catch (UnsupportedModelException exception) when (Run.Unsupported.Count == before)
        {
            foreach (UnsupportedItem item in exception.Items)
                Run.Unsupported.Add(item.OpType.Length > 0 ? item : item with { OpType = node.OpType, Node = node.Name });
        }
        catch (UnsupportedModelException)
        {
            // What follows from an operator inside that cannot be converted says nothing new.
        }
        catch (Exception exception) when (InternalErrorException.IsCausedBy(exception))
        {
            // Nor does what a handler makes of the placeholders for what could not be converted before.
            if (Run.Unsupported.Count == 0)
                throw InternalErrorException.Of($"The conversion of {node}", exception);
            Run.Unsupported.Add(new UnsupportedItem(node.OpType, node.Name, null, $"it could not be converted without what is missing before it ({exception.GetType().Name}: {exception.Message})"));
        }

        if (Run.Unsupported.Count > before)
            Tensors.SetPlaceholders(node);
        (Emit.Prefix, Emit.Added) = (prefix, listener);
    }

    private void Convert(Node node, OperatorReport entry, List<Node> emitted)
    {
        var op = new OpContext(node, this, entry);
        if (Run.Options.PassThrough.TryGetValue(node.OpType, out string? domain))
            PassThrough.Convert(op, domain);
        else if (Run.Registry.FindHandler(node.Domain, node.OpType, Run.Opset) is { } registered)
            Convert(op, registered, entry);
        else
            throw op.NotSupported(MissingHandler(node));
        FinishOutputs(op);
        if (EmittedNodes.FindFault(emitted, Run.Opset) is { } fault)
            throw op.NotSupported($"what the model says about its inputs and options does not fit together ({fault})");
    }

    private static void Convert(OpContext op, RegisteredHandler registered, OperatorReport entry)
    {
        entry.MinOpset = registered.MinOpset;
        registered.Handler.Convert(op);
    }

    private void FinishOutputs(OpContext op)
    {
        foreach (Value output in op.Node.Outputs)
        {
            bool isSet = Tensors.Contains(output) || _handles.ContainsKey(output);
            if (!isSet && !output.IsUnused)
                throw op.NotSupported("its handler does not compute this output", output);
            // An operator may write over a state that was read before.
            if (isSet && IsState(output) && Scope.States.Find(KeyOf(output)) is not null)
                WriteState(output);
        }
    }

    private string MissingHandler(Node node)
    {
        RegisteredHandler? later = Run.Registry.Handlers.FirstOrDefault(handler => handler.Domain == node.Domain && handler.OpType == node.OpType);
        return later is not null
            ? $"needs opset {later.MinOpset} or higher, the target is {Run.Opset}"
            : "there is no handler for this operator; register one with [OpHandler], or write it as a node of another domain with PassThrough (--pass-through)";
    }
}
