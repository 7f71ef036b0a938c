using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>
/// DequantizeLinear of constant weights → MatMul, or Gemm that is a product and a sum → MatMulNBits, which keeps the weights as
/// they are stored, in blocks. The other operand is of real numbers, and so is the result.
/// </summary>
/// <param name="accuracy">What the products may be computed in.</param>
internal sealed class BlockwiseMatMulRule(MatMulNBitsAccuracy accuracy) : IGroupRule
{
    private const int BiasInput = 5;

    public IReadOnlyList<string> OpTypes => ["MatMul", "Gemm"];

    public string Action => "DQMatMulToMatMulNBits";

    public string? Produces(QuantizedGroup group, int opset) => "com.microsoft:MatMulNBits:1";

    public bool Matches(QuantizedGroup group, int opset)
    {
        Node product = group.Target;
        if (group.Clip is not null || group.Quantizers.Count > 0 || Weights(group) is not { } weights || !ReferenceEquals(Neighbours.OnlyReader(weights), product))
            return false;
        Node? bias = group.Dequantizers.FirstOrDefault(node => !ReferenceEquals(node, weights));
        return group.Dequantizers.Count == (bias is null ? 1 : 2) && (bias is null || (product.Is("Gemm") && ReferenceEquals(product.Input(2), bias.Outputs[0])))
            && BlockwiseWeights.Fits(weights) && (product.Is("MatMul") || IsProductAndSum(product, weights.Inputs[0]!.Constant!.Dims[1]));
    }

    public QuantizedGroup Part(QuantizedGroup group) => group with { Dequantizers = [Weights(group)!] };

    public void Apply(QuantizedGroup group, int opset)
    {
        Node product = group.Target, dequantize = Weights(group)!;
        Graph graph = product.Graph!;
        BlockwiseWeights weights = BlockwiseWeights.Of(dequantize);
        List<Value?> inputs =
        [
            product.Inputs[0],
            graph.AddInitializer($"{dequantize.Inputs[0]!.Name}_T", weights.Values),
            graph.AddInitializer($"{dequantize.Inputs[1]!.Name}_T", weights.Scales),
        ];
        if (weights.ZeroPoints is { } zeroPoints)
            inputs.Add(graph.AddInitializer($"{dequantize.Input(2)?.Name ?? "zero_point"}_T", zeroPoints));
        if (product.Input(2) is { } bias)
        {
            while (inputs.Count < BiasInput)
                inputs.Add(null);
            inputs.Add(bias);
        }

        Node fused = Part(group).Replace("MatMulNBits", MicrosoftOperators.Domain, inputs);
        fused.Attributes.Set(new NodeAttribute("K", weights.Rows));
        fused.Attributes.Set(new NodeAttribute("N", weights.Columns));
        fused.Attributes.Set(new NodeAttribute("bits", (long)weights.Bits));
        fused.Attributes.Set(new NodeAttribute("block_size", weights.BlockSize));
        fused.Attributes.Set(new NodeAttribute("accuracy_level", (long)accuracy));
    }

    private static Node? Weights(QuantizedGroup group) => group.Dequantizers.FirstOrDefault(node => ReferenceEquals(group.Target.Inputs[1], node.Outputs[0]));

    private static bool IsProductAndSum(Node gemm, long columns) =>
        IsOne(gemm.Attributes.Float("alpha", 1)) && gemm.Attributes.Int("transA") == 0 && gemm.Attributes.Int("transB") == 0
        && (gemm.Input(2) is not { } bias || (IsOne(gemm.Attributes.Float("beta", 1)) && bias.Shape is { Rank: 1 } shape && shape[0].Size == columns));

    private static bool IsOne(float factor) => MathF.Abs(factor - 1) <= 1e-6f;
}
