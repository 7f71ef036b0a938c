using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>Bernoulli: whether a random number from 0 to 1 is below the probability.</summary>
internal static class BernoulliExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        var attributes = new List<NodeAttribute> { new("low", 0f), new("high", 1f), new("dtype", (long)x.ElementType) };
        if (node.Attributes.TryGet("seed", out NodeAttribute? seed))
            attributes.Add(seed);
        Value random = emit.Node("RandomUniformLike", [x], [.. attributes]);
        Value drawn = emit.Node("Less", [random, x]);
        return [emit.Node("Cast", [drawn], new NodeAttribute("to", node.Attributes.Int("dtype", (long)x.ElementType)))];
    }
}
