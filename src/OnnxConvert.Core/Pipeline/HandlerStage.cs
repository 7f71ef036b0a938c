using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.Pipeline;

/// <summary>The second stage: converts operator by operator into a new graph, and collects everything that cannot be.</summary>
internal sealed class HandlerStage(RegistrationBuilder registry, ConversionOptions options, int opset, ConversionReport report, CancellationToken cancellationToken)
{
    private readonly List<UnsupportedItem> _unsupported = [];

    internal Model Run(IReadOnlyList<Graph> graphs)
    {
        Graph source = graphs[0];
        var target = new Graph(source.Name.Length > 0 ? source.Name : "main");
        var names = new NameScope();
        var emit = new Emitter(target, opset, names);
        TensorMap tensors = options.Dequantize ? new DequantizedTensorMap(emit, options.KeepIntegerBoundary) : new QuantizedTensorMap(emit);
        var boundary = new TargetBoundary(source, emit, tensors, names, options);

        boundary.AddInputs();
        foreach (Node node in source.TopologicalOrder())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Convert(node, emit, tensors, graphs);
        }

        if (_unsupported.Count > 0)
            throw new UnsupportedModelException(_unsupported);
        boundary.AddOutputs();
        if (EmittedNodes.FindFault(boundary.OutputNodes, opset) is { } fault)
            throw new UnsupportedModelException($"What the model says about its outputs does not fit together ({fault}).");

        var model = new Model(target) { ProducerName = "OnnxConvert", ProducerVersion = ProducerVersion };
        model.OpsetImports[""] = opset;
        foreach ((string domain, long version) in emit.OtherDomains)
            model.OpsetImports[domain] = version;
        return model;
    }

    private static string ProducerVersion => typeof(HandlerStage).Assembly.GetName().Version?.ToString(3) ?? "";

    private void Convert(Node node, Emitter emit, TensorMap tensors, IReadOnlyList<Graph> graphs)
    {
        OperatorReport entry = report.Add(node);
        entry.Rewriter = node.HasMetadata && node.Metadata.TryGetValue("rewriter", out string? rule) ? rule : null;
        emit.Prefix = node.Name.Length > 0 ? node.Name : node.OpType;
        var emitted = new List<Node>();
        emit.Added = added =>
        {
            entry.BecameOps.Add(added.OpType);
            emitted.Add(added);
        };
        var op = new OpContext(node, emit, tensors, entry, graphs);
        int before = _unsupported.Count;
        try
        {
            if (options.PassThrough.TryGetValue(node.OpType, out string? domain))
                PassThrough.Convert(op, domain);
            else if (registry.FindHandler(node.Domain, node.OpType, opset) is { } registered)
                registered.Handler.Convert(op);
            else
                throw op.NotSupported(MissingHandler(node));
            RequireResults(op, tensors);
            if (EmittedNodes.FindFault(emitted, opset) is { } fault)
                throw op.NotSupported($"what the model says about its inputs and options does not fit together ({fault})");
        }
        catch (UnsupportedModelException exception)
        {
            foreach (UnsupportedItem item in exception.Items)
                _unsupported.Add(item.OpType.Length > 0 ? item : item with { OpType = node.OpType, Node = node.Name });
        }
        catch (Exception exception) when (PassFault.IsOfCode(exception))
        {
            // A handler may rely on what the format promises; a file that breaks the promise must not crash the caller.
            _unsupported.Add(new UnsupportedItem(node.OpType, node.Name, null, $"the operator's inputs or options contradict each other ({exception.GetType().Name}: {exception.Message})"));
        }

        if (_unsupported.Count > before)
            tensors.SetPlaceholders(node);
    }

    private static void RequireResults(OpContext op, TensorMap tensors)
    {
        foreach (Value output in op.Node.Outputs)
        {
            if (!tensors.Contains(output) && !output.IsUnused)
                throw op.NotSupported("its handler does not compute this output", output);
        }
    }

    private string MissingHandler(Node node)
    {
        RegisteredHandler? later = registry.Handlers.FirstOrDefault(handler => handler.Domain == node.Domain && handler.OpType == node.OpType);
        return later is not null
            ? $"needs opset {later.MinOpset} or higher, the target is {opset}"
            : "there is no handler for this operator; register one with [OpHandler], or write it as a node of another domain with PassThrough (--pass-through)";
    }
}
