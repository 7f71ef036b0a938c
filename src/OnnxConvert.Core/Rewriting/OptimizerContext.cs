using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>What an optimizer works on.</summary>
public sealed class OptimizerContext
{
    /// <summary>The context for a model.</summary>
    /// <param name="model">The model; its main graph and inner graphs may be edited.</param>
    /// <param name="logger">Where to say what was done at debug level.</param>
    /// <param name="cancellationToken">Asked between passes; long passes should ask it too.</param>
    public OptimizerContext(Model model, ILogger logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        Logger = logger;
        CancellationToken = cancellationToken;
        Opset = (int)(model.OpsetImports.TryGetValue("", out long opset) ? opset : 0);
    }

    /// <summary>The context for a model, without a logger.</summary>
    /// <param name="model">The model; its main graph and inner graphs may be edited.</param>
    /// <param name="cancellationToken">Asked between passes; long passes should ask it too.</param>
    public OptimizerContext(Model model, CancellationToken cancellationToken = default)
        : this(model, NullLogger.Instance, cancellationToken)
    {
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>The main graph.</summary>
    public Graph Graph => Model.Graph;

    /// <summary>The version of ONNX's own operators that the model uses.</summary>
    public int Opset { get; }

    /// <summary>Where to say what was done.</summary>
    public ILogger Logger { get; }

    /// <summary>Asks to stop.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// What writes nodes into a graph of the model as its opset wants them. They stand at the end of the graph, under names that are
    /// free in the model; <see cref="Graph.Sort"/> brings them to where they are read. Operator sets of other domains are imported.
    /// </summary>
    /// <param name="graph">The main graph or one inside it.</param>
    public Emitter Emitter(Graph graph) => new(graph, Opset, NameScope.Of(Model.Graph), Model.OpsetImports);
}
