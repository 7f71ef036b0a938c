using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// Linear operators on int16 activations: exchanges the scales of their weights for those that TFLite in effect computes with.
/// </summary>
/// <remarks>
/// With 64-bit accumulators the kernels multiply by input scale · weight scale / output scale rounded to 15 significant bits
/// (MultiplyByQuantizedMultiplier on int64 with its "reduced multiplier"). That is up to 1.5e-5 off, which is half a step of a
/// large int16 result, so the deviation is carried over into the weights' scales. Models with an int32 bias accumulate in 32
/// bits and round to 31; there the scales are right as they stand.
/// </remarks>
[Rewriter]
internal sealed class ReducedMultiplierRewriter : IRewriter
{
    private const string Done = "reduced_multiplier";

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (node.Domain != TfLiteOps.Domain || Operands(node.OpType) is not var (input, weight, bias) || node.HasMetadata && node.Metadata.ContainsKey(Done))
            return false;
        if (node.Input(input) is not { ElementType: ElementType.Int16, Quantization: { IsPerTensor: true } x }
            || node.Input(weight) is not { Constant: { } data, Quantization: { } w } weights
            || node.Outputs[0] is not { ElementType: ElementType.Int16, Quantization: { IsPerTensor: true } y }
            || node.Input(bias) is { ElementType: not ElementType.Int64 })
        {
            return false;
        }

        ImmutableArray<float> scales = [.. w.Scales.Select(scale => (float)(Reduce((double)x.Scale * scale / y.Scale) * y.Scale / x.Scale))];
        Value reduced = context.Graph.AddInitializer(weights.Name, data);
        reduced.Quantization = new QuantizationParameters(scales, w.ZeroPoints, w.Axis);
        node.SetInput(weight, reduced);
        node.Metadata[Done] = "1";
        return true;
    }

    private static (int Input, int Weight, int Bias)? Operands(string opType) => opType switch
    {
        TfLiteOps.Conv2D or TfLiteOps.DepthwiseConv2D or TfLiteOps.FullyConnected => (0, 1, 2),
        TfLiteOps.TransposeConv => (2, 1, 3),
        _ => null,
    };

    /// <summary>A multiplier as the kernel has it: a 31-bit fraction of the range 0.5 to 1 and a shift, the fraction then rounded to 15 bits.</summary>
    private static double Reduce(double multiplier)
    {
        if (multiplier <= 0 || !double.IsFinite(multiplier))
            return multiplier;
        int shift = Math.ILogB(multiplier) + 1;
        long fraction = (long)Math.Round(Math.ScaleB(multiplier, 31 - shift), MidpointRounding.AwayFromZero);
        long reduced = fraction < 0x7FFF0000 ? (fraction + (1 << 15)) >> 16 : 0x7FFF;
        return Math.ScaleB(reduced, shift - 15);
    }
}
