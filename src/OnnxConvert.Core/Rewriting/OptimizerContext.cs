using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
        Model = model;
        Logger = logger;
        CancellationToken = cancellationToken;
        Opset = (int)(model.OpsetImports.TryGetValue("", out long opset) ? opset : 0);
    }

    internal OptimizerContext(Model model, CancellationToken cancellationToken)
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
}
