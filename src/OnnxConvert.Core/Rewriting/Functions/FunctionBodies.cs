using System.Collections.Frozen;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>Writes an operator out by others, behind what the emitter's graph holds already.</summary>
/// <param name="emit">Writes the nodes.</param>
/// <param name="node">The node that they stand for. It stays as it is.</param>
/// <returns>What stands for the node's outputs, one each.</returns>
/// <exception cref="UnsupportedModelException">Too little is known of the node's inputs.</exception>
public delegate IReadOnlyList<Value?> FunctionBody(Emitter emit, Node node);

/// <summary>The operators that ONNX defines by others, with what it defines them by.</summary>
public static class FunctionBodies
{
    private static readonly FrozenDictionary<string, FunctionBody> OfOnnx = new Dictionary<string, FunctionBody>
    {
        ["Bernoulli"] = BernoulliExpansion.Expand,
        ["CastLike"] = CastLikeExpansion.Expand,
        ["CenterCropPad"] = CenterCropPadExpansion.Expand,
        ["GroupNormalization"] = GroupNormalizationExpansion.Expand,
        ["HardSwish"] = ActivationExpansions.HardSwish,
        ["Mish"] = ActivationExpansions.Mish,
        ["NegativeLogLikelihoodLoss"] = NegativeLogLikelihoodLossExpansion.Expand,
        ["SequenceMap"] = SequenceMapExpansion.Expand,
        ["SoftmaxCrossEntropyLoss"] = SoftmaxCrossEntropyLossExpansion.Expand,
        ["Swish"] = ActivationExpansions.Swish,
    }.ToFrozenDictionary();

    /// <summary>The body of an operator; null where ONNX defines it by itself, or where it is not covered.</summary>
    /// <param name="domain">The operator's domain; empty for ONNX's own.</param>
    /// <param name="opType">The operator.</param>
    public static FunctionBody? Find(string domain, string opType) =>
        Domains.Normalize(domain).Length == 0 ? OfOnnx.GetValueOrDefault(opType) : null;
}
