using OnnxConvert.Converting;
using OnnxConvert.Converting.Stages;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert;

/// <summary>Runs a handler, a rewriter or an optimizer by itself, as its tests want to.</summary>
public static class Trial
{
    /// <summary>A conversion of a source graph in which one handler converts all operators.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="graph">The graph, of one node as a rule; it stays as it is.</param>
    /// <returns>The conversion: choose what a caller can choose, then <see cref="Conversion.ToOnnx"/>.</returns>
    public static Conversion Of(IOpHandler handler, Graph graph)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(graph);
        string format = graph.Nodes.FirstOrDefault()?.Domain ?? "";
        return new Conversion(new SourceModel(format, [graph], new SingleHandler(handler, graph)));
    }

    /// <summary>Offers every node of a source graph to one rewriter until it leaves all alone, as a conversion does, and removes what becomes dead.</summary>
    /// <param name="rewriter">The rewriter.</param>
    /// <param name="graph">The graph, which is edited.</param>
    /// <param name="opset">The version of ONNX's operators that the conversion would write.</param>
    /// <returns>How often it fired, and the near matches that it left alone.</returns>
    /// <exception cref="InternalErrorException">The rewriter failed.</exception>
    public static ConversionReport Run(IRewriter rewriter, Graph graph, int opset = 18)
    {
        ArgumentNullException.ThrowIfNull(rewriter);
        ArgumentNullException.ThrowIfNull(graph);
        var registry = new RegistrationBuilder();
        registry.Rewriters.Add(rewriter);
        var report = new ConversionReport("trial", opset);
        new RewriteStage(registry, new ConversionOptions(), report, CancellationToken.None).Run([graph]);
        return report;
    }

    /// <summary>Runs one optimizer on a model until it changes nothing.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="model">The model, which is edited.</param>
    /// <returns>How often it changed the model.</returns>
    /// <exception cref="InternalErrorException">The optimizer failed, or changed names, order or element types of the model's inputs and outputs.</exception>
    public static PassReport Run(IOptimizer optimizer, Model model)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return new PassRunner([optimizer]).Run(new OptimizerContext(model));
    }

    private sealed class SingleHandler(IOpHandler handler, Graph graph) : IRegistrationModule
    {
        public void Register(RegistrationBuilder registry)
        {
            foreach ((string domain, string opType) in graph.Nodes.Select(node => (node.Domain, node.OpType)).Distinct())
                registry.AddHandler(domain, opType, handler);
        }
    }
}
