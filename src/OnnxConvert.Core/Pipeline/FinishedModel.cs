using OnnxConvert.Ir;

namespace OnnxConvert.Pipeline;

/// <summary>The last touch on a converted model: an order in which it can be run, and the proof that it is valid.</summary>
internal static class FinishedModel
{
    internal static void Complete(Model model, ConversionReport report)
    {
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
        {
            graph.Sort();
            report.NodeCount += graph.NodeCount;
        }
    }
}
