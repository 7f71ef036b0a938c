namespace OnnxConvert.Rewriting;

/// <summary>Makes an ONNX graph smaller or faster without changing what it computes. Leaves the model valid after every call.</summary>
public interface IOptimizer
{
    /// <summary>Works through the graph once; the pipeline calls again while anything changes.</summary>
    /// <returns>Whether the graph was changed. Must be exact: a false "yes" costs rounds, a false "no" costs results.</returns>
    bool Optimize(OptimizerContext context);
}
