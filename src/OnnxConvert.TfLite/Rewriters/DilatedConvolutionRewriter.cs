using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>BATCH_TO_SPACE_ND(CONV_2D or DEPTHWISE_CONV_2D(SPACE_TO_BATCH_ND(x))) → the convolution with the block size as its dilation.</summary>
/// <remarks>
/// A batch element holds every n-th pixel, so that a VALID convolution of the batch is a VALID convolution of the padded image with dilation n. What is
/// cropped from its result need not be padded before: paddings less crops are the padding of the dilated convolution. Both may be computed from the
/// image's size, as Keras does, as long as their difference is constant. Conditions: two equal block sizes in both operators; stride and
/// dilation 1; padding VALID; crops no larger than paddings; nothing between is read elsewhere, and moving pixels does not requantize.
/// </remarks>
[Rewriter]
internal sealed class DilatedConvolutionRewriter : IRewriter
{
    private const long Same = 0;
    private const long Valid = 1;
    private const long MaxPadding = 1 << 20;

    private static readonly string[] Steps = ["stride_h", "stride_w", "dilation_h_factor", "dilation_w_factor"];

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!node.IsBuiltin(TfLiteOps.BatchToSpaceNd)
            || node.Input(0) is not { Uses.Count: 1, IsGraphOutput: false, Producer: { } convolution } batches || !IsConvolution(convolution)
            || convolution.Input(0)?.OnlyBy(TfLiteOps.SpaceToBatchNd) is not { } split || split.Input(0) is not { Shape.Rank: 4 } x)
        {
            return false;
        }

        if (node.Input(1).Integers() is not [> 0 and var height, > 0 and var width] || split.Input(1).Integers() is not { } blocks || !blocks.SequenceEqual([height, width]))
            return context.Miss(node, "the block sizes are not two equal constants on both sides");
        if (convolution.Attributes.Int("padding") != Valid || Steps.Any(step => convolution.Attributes.Int(step) > 1))
            return context.Miss(node, "the convolution between has strides, dilations or padding of its own");
        if (!Equals(x.Quantization, convolution.Input(0)!.Quantization) || !Equals(batches.Quantization, node.Outputs[0].Quantization))
            return context.Miss(node, "moving the pixels requantizes them");
        if (convolution.Input(1)?.Shape is not { Rank: 4 } filter || filter[1].Size is not { } kernelHeight || filter[2].Size is not { } kernelWidth)
            return context.Miss(node, "the size of the filter is not known");
        if (Padding(split.Input(2), node.Input(2)) is not { } padding)
            return context.Miss(node, "paddings less crops are not constant, or negative");

        bool isSame = IsSame(padding.AsSpan(0, 2), kernelHeight, height) && IsSame(padding.AsSpan(2, 2), kernelWidth, width);
        if (!isSame && padding.Any(size => size > 0))
            x = Padded(x, padding, node, context);
        Node dilated = context.Replace(node, TfLiteOps.Domain, convolution.OpType, [x, .. convolution.Inputs.Skip(1)], [.. convolution.Attributes]);
        dilated.Attributes.Set(new NodeAttribute("padding", isSame ? Same : Valid));
        dilated.Attributes.Set(new NodeAttribute("dilation_h_factor", height));
        dilated.Attributes.Set(new NodeAttribute("dilation_w_factor", width));
        return true;
    }

    private static bool IsConvolution(Node node) => node.IsBuiltin(TfLiteOps.Conv2D) || node.IsBuiltin(TfLiteOps.DepthwiseConv2D);

    /// <summary>Padding SAME of a convolution with stride 1: as much as the filter reaches, the odd pixel behind.</summary>
    private static bool IsSame(ReadOnlySpan<long> padding, long kernel, long dilation)
    {
        long total = (kernel - 1) * dilation;
        return padding[0] == total / 2 && padding[1] == total - (total / 2);
    }

    /// <summary>Top, bottom, left, right.</summary>
    private static long[]? Padding(Value? paddings, Value? crops)
    {
        if (IntegerFormula.Of(paddings) is not { Length: 4 } before || IntegerFormula.Of(crops) is not { Length: 4 } after)
            return null;
        long?[] differences = [.. before.Zip(after, (padding, crop) => padding.Less(crop))];
        return differences.All(difference => difference is >= 0 and <= MaxPadding) ? [.. differences.Select(difference => difference!.Value)] : null;
    }

    private static Value Padded(Value x, long[] padding, Node position, RewriteContext context)
    {
        int[] pairs = [0, 0, (int)padding[0], (int)padding[1], (int)padding[2], (int)padding[3], 0, 0];
        Value sizes = context.Graph.AddInitializer("paddings", TensorData.Create<int>(pairs, 4, 2));
        Value padded = context.Insert(position, TfLiteOps.Domain, TfLiteOps.Pad, x, sizes)
            .AddOutput($"{x.Name}_padded", new TensorType(x.ElementType, new Shape(x.Shape!.Select((dimension, i) => dimension.Size is { } size ? size + pairs[2 * i] + pairs[(2 * i) + 1] : Dimension.Unknown))));
        padded.Quantization = x.Quantization;
        return padded;
    }
}
