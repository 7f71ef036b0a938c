using OnnxConvert.Checking;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

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

        SeparateWeights.Apply(model.Graph);
        UniqueNames.Assign(model.Graph);
        EnsureValid(model);
    }

    /// <summary>What is wrong with the result is no fault of the file, and must not be reported as one.</summary>
    private static void EnsureValid(Model model)
    {
        try
        {
            ShapeInference.Infer(model);
            ModelChecker.EnsureValid(model);
        }
        catch (InvalidModelException exception)
        {
            throw new InternalErrorException("The conversion", $"It gave a model that is not valid ONNX: {exception.Message}", exception);
        }
    }
}
