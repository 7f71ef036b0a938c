using OnnxConvert.Ir;
using OnnxConvert.Onnx.Inference;

namespace OnnxConvert.Pipeline;

/// <summary>The last touch on a converted model: an order in which it can be run, names and types for everything, and the proof that it is valid.</summary>
internal static class FinishedModel
{
    internal static void Complete(Model model, ConversionReport report)
    {
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
        {
            graph.Sort();
            report.NodeCount += graph.NodeCount;
        }

        UniqueNames.Assign(model.Graph);
        ShapeInference.Run(model);
        ModelChecker.EnsureValid(model);
    }
}
