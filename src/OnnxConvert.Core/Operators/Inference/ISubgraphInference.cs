using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Infers a graph inside a node: a branch, or the body of a loop.</summary>
internal interface ISubgraphInference
{
    /// <summary>Gives the graph's first inputs types, beside those that they declare, and infers its outputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">The types of its inputs; null where nothing is known.</param>
    /// <returns>The types of its outputs.</returns>
    /// <exception cref="InvalidModelException">A node in it cannot be right.</exception>
    OnnxType?[] Infer(Graph graph, params ReadOnlySpan<OnnxType?> inputs);
}
