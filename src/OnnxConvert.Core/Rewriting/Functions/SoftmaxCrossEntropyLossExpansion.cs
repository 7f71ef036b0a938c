using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>SoftmaxCrossEntropyLoss: the negative log likelihood loss of a LogSoftmax over the classes, the second dimension.</summary>
internal static class SoftmaxCrossEntropyLossExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node)
    {
        Value scores = node.Inputs[0]!;
        Value flat = emit.Node("Reshape", [scores, emit.Ints(0, 0, -1)]);
        Value logarithms = emit.Node("LogSoftmax", [emit.Transpose(flat, 0, 2, 1)], new NodeAttribute("axis", 2L));
        Value probabilities = emit.Node("Reshape", [emit.Transpose(logarithms, 0, 2, 1), emit.Node("Shape", [scores])]);
        return [NegativeLogLikelihoodLossExpansion.Loss(emit, node, probabilities, node.Inputs[1]!, node.Input(2)), probabilities];
    }
}
