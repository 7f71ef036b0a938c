using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Handlers;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// Convolutions of 8 bits whose result is only dequantized: makes the scales of their weights larger by a hair, so that rounding once
/// agrees more often with TFLite's reference kernels, which round twice.
/// </summary>
/// <remarks>
/// The kernels round the product of accumulator and multiplier to units of 2^-s of a step, s the multiplier's right shift, and those
/// to whole steps, halves away from zero. In effect that moves the edge between two steps by 2^-(s+1) towards zero. Integer kernels of
/// runtimes round once, at the edge itself; a factor 1 + ε moves a result r by ε·r, which is right for one magnitude of r and too
/// little or too much for others. The fewest results come out differently when that magnitude is the one below which half of the
/// sum of all magnitudes lies: 0.39 of the range for a bell that ends at three standard deviations, 0.43 for a product of two
/// uniform factors. It costs nothing, and scales stay one for each tensor, as NNAPI wants them.
///
/// Within a network it would gain nothing: what reads the result rounds again, and XNNPACK and ruy, which round once, are TFLite too.
/// </remarks>
[Rewriter]
internal sealed class DoubleRoundingRewriter : IRewriter
{
    private const string Done = "double_rounding";
    private const double TypicalPartOfRange = 0.4;

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (context.IsDequantizing || !(node.IsBuiltin(TfLiteOps.Conv2D) || node.IsBuiltin(TfLiteOps.DepthwiseConv2D)) || node.HasMetadata && node.Metadata.ContainsKey(Done))
            return false;
        if (node.Input(0) is not { Quantization: { IsPerTensor: true } x }
            || node.Input(1) is not { Constant: { } data, Quantization: { } w } weights
            || node.Outputs[0] is not { ElementType: ElementType.Int8 or ElementType.UInt8, Quantization: { IsPerTensor: true } y } result
            || !FixedPoint.IsOnlyDequantized(result))
        {
            return false;
        }

        (long lowest, long highest) = result.ElementType.IntegerRange();
        double typical = TypicalPartOfRange * Math.Max(highest - y.ZeroPoint, y.ZeroPoint - lowest);
        ImmutableArray<float> scales = [.. w.Scales.Select(scale =>
        {
            int shift = FixedPoint.Shift((double)x.Scale * scale / y.Scale);
            return shift == 0 ? scale : (float)(scale * (1 + (Math.ScaleB(0.5, -shift) / typical)));
        })];
        Value leaning = context.Graph.AddInitializer(weights.Name, data);
        leaning.Quantization = new QuantizationParameters(scales, w.ZeroPoints, w.Axis);
        node.SetInput(1, leaning);
        node.Metadata[Done] = "1";
        return true;
    }
}
