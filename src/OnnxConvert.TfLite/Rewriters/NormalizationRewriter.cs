using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// (x - mean) / √(variance + ε) · γ + β → LayerNormalization (opset 17) over the last dimension, InstanceNormalization over height and width;
/// x / √(mean of squares + ε) · γ → RMSNormalization (opset 23).
/// </summary>
/// <remarks>
/// The mean is MEAN with keep_dims; the variance that of SQUARED_DIFFERENCE or of the squared difference; the root RSQRT, or SQRT and DIV. γ
/// may be multiplied into the root, and x · s + (β - mean · s) is what Keras writes, s being root and γ. Conditions: float; γ and β have one
/// value for each channel, or one; nothing between x and the result is read elsewhere but by the pattern itself.
/// </remarks>
[Rewriter]
internal sealed class NormalizationRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (node.Outputs.Count != 1 || !node.Outputs[0].IsReal())
            return false;
        return (Normalization.OfSums(node) ?? Normalization.OfDifference(node)) is { } found && Apply(found, context);
    }

    private static bool Apply(Normalization found, RewriteContext context)
    {
        Node last = found.Last;
        if (found.X.Shape is not { Rank: > 0 } shape || shape[shape.Rank - 1].Size is not { } channels)
            return context.Miss(last, "the number of channels is not known");
        if (found.OpType(shape.Rank) is not { } opType)
            return context.Miss(last, $"the mean over the dimensions [{string.Join(',', found.Axes)}] of {shape.Rank} is neither over the last one nor over height and width");
        if (context.Opset < MinOpset(opType))
            return false;
        if (found.ReadElsewhere() is { } value)
            return context.Miss(last, $"the tensor '{value.Name}' is read elsewhere, too");
        if (PerChannel(found.Gamma, 1, channels, last, context) is not { } gamma || PerChannel(found.Beta, 0, channels, last, context) is not { } beta)
            return context.Miss(last, $"its scale or its shift does not have one value for each of {channels} channels");
        bool hasShift = found.Beta is not null || opType == FusedOps.InstanceNormalization;
        context.Replace(last, TfLiteOps.FusedDomain, opType, hasShift ? [found.X, gamma, beta] : [found.X, gamma], new NodeAttribute("epsilon", (float)found.Epsilon));
        return true;
    }

    private static int MinOpset(string opType) => opType switch
    {
        FusedOps.LayerNormalization => 17,
        FusedOps.RmsNormalization => 23,
        _ => 0,
    };

    /// <summary>A scale or shift as a vector of the channels, or null when it is none.</summary>
    private static Value? PerChannel(Value? value, float otherwise, long channels, Node last, RewriteContext context)
    {
        if (channels is <= 0 or > 1 << 20)
            return null;
        if (value is null || value.Number() is not null)
        {
            var filled = new float[channels];
            Array.Fill(filled, (float)(value.Number() ?? otherwise));
            return context.Graph.AddInitializer(value?.Name ?? "unchanged", TensorData.Vector<float>(filled));
        }

        if (!value.IsReal() || value.Shape is not { Rank: > 0 } shape || shape[shape.Rank - 1].Size != channels || shape.ElementCount != channels)
            return null;
        if (shape.Rank == 1)
            return value;
        if (value.Constant is { } data)
            return context.Graph.AddInitializer(value.Name, data.Reshape(channels));
        Value sizes = context.Graph.AddInitializer("channels", TensorData.Vector((int)channels));
        return context.Insert(last, TfLiteOps.Domain, TfLiteOps.Reshape, value, sizes).AddOutput(value.Name, new TensorType(ElementType.Float, Shape.Of(channels)));
    }
}
