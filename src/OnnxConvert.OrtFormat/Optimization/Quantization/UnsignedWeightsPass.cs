using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>Signed constant weights of integer operators → unsigned ones. (Avx2WeightS8ToU8Transformer)</summary>
internal sealed class UnsignedWeightsPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) => (node.Domain, node.OpType) switch
    {
        ("", "MatMulInteger") => UnsignedWeights.Replace(node, weights: 1, zeroPoint: 3),
        ("", "QLinearMatMul" or "QLinearConv") => UnsignedWeights.Replace(node, weights: 3, zeroPoint: 5),
        (MicrosoftOperators.Domain, "QAttention") => UnsignedWeights.Replace(node, weights: 1, zeroPoint: 7),
        (MicrosoftOperators.Domain, "MatMulIntegerToFloat") => UnsignedWeights.Replace(node, weights: 1, zeroPoint: 5),
        (MicrosoftOperators.Domain, "DynamicQuantizeMatMul") => UnsignedWeights.Replace(node, weights: 1, zeroPoint: 3),
        (MicrosoftOperators.Domain, "QGemm") => UnsignedWeights.Replace(node, weights: 3, zeroPoint: 5),
        (MicrosoftOperators.Domain, "DynamicQuantizeLSTM") => ReplaceBoth(node),
        _ => false,
    };

    /// <summary>Weights and recurrent weights are of one type.</summary>
    private static bool ReplaceBoth(Node lstm)
    {
        const int Weights = 1, Recurrent = 2, WeightsZero = 9, RecurrentZero = 11;
        if (!UnsignedWeights.CanShift(lstm, Weights, WeightsZero) || !UnsignedWeights.CanShift(lstm, Recurrent, RecurrentZero)
            || !(UnsignedWeights.NeedsShift(lstm, Weights) || UnsignedWeights.NeedsShift(lstm, Recurrent)))
        {
            return false;
        }

        UnsignedWeights.Shift(lstm, Weights, WeightsZero);
        UnsignedWeights.Shift(lstm, Recurrent, RecurrentZero);
        return true;
    }
}
