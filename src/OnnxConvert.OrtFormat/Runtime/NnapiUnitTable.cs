using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.Runtime.NodeRules;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>What ONNX Runtime's NNAPI execution provider asks of quantized operators.</summary>
internal static class NnapiUnitTable
{
    private const string QuantizeDifferently = "Quantize the activations to uint8";

    private static readonly Dictionary<string, NodeRule[]> Rules = new(StringComparer.Ordinal)
    {
        ["Add"] = [RankUpTo(4)],
        ["AveragePool"] = [Rank(4), Attribute("count_include_pad", 0), Attribute("ceil_mode", 0), AllOnes("dilations")],
        ["Concat"] = [Rank(1, 2, 3, 4)],
        ["Conv"] = [Rank(4), NnapiTable.GroupedOrDilated],
        ["Gemm"] = [Rank(2), Attribute("transA", 0), NnapiTable.GemmScale],
        ["MatMul"] = [RankUpTo(4)],
        ["Mul"] = [RankUpTo(4)],
        ["Reshape"] = [Rank(1, 2, 3, 4), Constant(1, "a shape"), NnapiTable.OutputRankUpTo4],
        ["Resize"] = [Rank(4), NnapiTable.ResizeMode],
        ["Softmax"] = [RankUpTo(4)],
        ["Transpose"] = [Rank(1, 2, 3, 4)],
    };

    /// <summary>The first condition that a unit does not meet; null if the provider runs it.</summary>
    public static Obstacle? Obstacle(QuantizedUnit unit) =>
        Rules[unit.Target.OpType].Select(rule => rule(unit.Target)).FirstOrDefault(obstacle => obstacle is not null) ?? Types(unit) ?? Constants(unit);

    private static Obstacle? Types(QuantizedUnit unit)
    {
        bool hasWeights = HasWeights(unit);
        for (int i = 0; i < unit.Target.Inputs.Count; i++)
        {
            if (unit.Target.Input(i) is not { } input || unit.DequantizeOf(i)?.Input(0) is not { } stored)
            {
                if (unit.Target.Input(i) is not null && (hasWeights || i == 0 || unit.Target.OpType is "Add" or "Concat" or "Mul"))
                    return new Obstacle($"has an input {i} that is not quantized, unlike others", "Quantize all of its inputs, or none");
                continue;
            }

            ElementType[] taken = (hasWeights, i) switch
            {
                (true, 1) => [ElementType.UInt8, ElementType.Int8],
                (true, 2) => [ElementType.Int32],
                _ => [ElementType.UInt8],
            };
            if (stored.ElementType != ElementType.Undefined && !taken.Contains(stored.ElementType))
                return Takes(taken, stored.ElementType, $"input {i}");
        }

        // What comes out is asked of the next unit, whose input it is.
        return null;
    }

    private static Obstacle? Constants(QuantizedUnit unit)
    {
        if (HasWeights(unit) && unit.DequantizeOf(1)?.Input(0) is { IsConstant: false })
            return new Obstacle("needs weights that are constant", "Make them constants of the model, or leave the node to the CPU");
        return unit.Nodes.Where(node => node != unit.Target).Any(node => node.Inputs.Skip(1).Any(input => input is { IsConstant: false }))
            ? new Obstacle("needs scales and zero points that are constant", "Make them constants of the model, or leave the node to the CPU")
            : null;
    }

    private static bool HasWeights(QuantizedUnit unit) => unit.Target.OpType is "Conv" or "Gemm" or "MatMul";

    private static Obstacle Takes(ElementType[] types, ElementType actual, string place) =>
        new($"takes {string.Join(" or ", types.Select(type => type.DisplayName()))} at {place} as a quantized operator, not {actual.DisplayName()}", QuantizeDifferently);
}
