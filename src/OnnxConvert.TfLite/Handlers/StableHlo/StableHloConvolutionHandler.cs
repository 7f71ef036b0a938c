using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CONVOLUTION → Transpose, Conv, Transpose. The options say which dimensions are batch, features and spatial, in input, kernel and output.</summary>
/// <remarks>
/// Elements of the input are moved apart by inserted zeros, a reversed window is a reversed kernel. Groups of the batch, each
/// with its own kernels, are groups of channels once the batch is split and its groups are moved beside the channels.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloConvolution, Restrictions = "one to three spatial dimensions")]
internal sealed class StableHloConvolutionHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int[] kernel = Layout(op, "kernel_output_feature_dimension", "kernel_input_feature_dimension", "kernel_spatial_dimensions");
        int rank = kernel.Length - 2;
        if (rank is < 1 or > 3)
            throw op.NotSupported($"has {rank} spatial dimensions; one to three are possible");

        if (!op.IsQuantized(0) && op.InputType(0) is not (ElementType.Float or ElementType.Float16 or ElementType.BFloat16))
            op.Remark($"{op.InputType(0).DisplayName()} is computed as float32, which holds 24 bits");

        long batchGroups = Math.Max(op.Int("batch_group_count"), 1);
        Value x = emit.Transpose(op.Real(0), Layout(op, "input_batch_dimension", "input_feature_dimension", "input_spatial_dimensions"));
        x = Spacing.Spread(emit, emit.Cast(x, ElementType.Float), [0, 0, .. op.Ints("lhs_dilation", rank, otherwise: 1).Select(distance => distance - 1)], null);
        long[] padding = op.Ints("padding", 2 * rank, otherwise: 0);
        if (padding.Any(count => count < 0))
        {
            x = Spacing.PadOrCrop(emit, x, [0, 0, .. Paddings.Column(padding, 0)], [0, 0, .. Paddings.Column(padding, 1)], null);
            padding = new long[padding.Length];
        }

        if (batchGroups > 1)
            x = BatchGroupsToChannels(op, x, batchGroups);
        var window = new Window(
            [.. kernel[2..].Select(axis => op.Size(1, axis))],
            [.. op.Ints("window_strides", rank, otherwise: 1)],
            [.. op.Ints("rhs_dilation", rank, otherwise: 1)],
            [.. Paddings.Column(padding, 0), .. Paddings.Column(padding, 1)]);
        Value w = Reverse(emit, emit.Cast(op.Weight(1, kernel), ElementType.Float), op.Ints("window_reversal", rank, otherwise: 0));
        Value y = emit.Conv(x, w, null, window, Math.Max(op.Int("feature_group_count"), 1) * batchGroups);

        int[] output = Layout(op, "output_batch_dimension", "output_feature_dimension", "output_spatial_dimensions");
        y = emit.Transpose(y, [.. Enumerable.Range(0, output.Length).Select(axis => Array.IndexOf(output, axis))]);
        op.Result(0, op.IsOutputQuantized(0) ? y : emit.Cast(y, op.OutputType(0)));
    }

    /// <summary>The permutation that brings two dimensions and the spatial ones into this order.</summary>
    private static int[] Layout(OpContext op, string first, string second, string spatial) =>
        [(int)op.Int(first), (int)op.Int(second), .. op.Ints(spatial).Select(axis => (int)axis)];

    /// <summary>(groups · N, C, spatial...) to (N, groups · C, spatial...).</summary>
    private static Value BatchGroupsToChannels(OpContext op, Value x, long groups)
    {
        long[] sizes = Emitter.Sizes(x) ?? throw op.NotSupported("the sizes must be known where the batch is in groups", op.Input(0));
        Value split = op.Emit.Reshape(x, [groups, sizes[0] / groups, .. sizes[1..]]);
        Value moved = op.Emit.Transpose(split, [1, 0, .. Enumerable.Range(2, sizes.Length - 1)]);
        return op.Emit.Reshape(moved, [sizes[0] / groups, groups * sizes[1], .. sizes[2..]]);
    }

    private static Value Reverse(Emitter emit, Value w, long[] isReversed)
    {
        long[] axes = [.. Axes.All(isReversed.Length).Where(i => isReversed[i] != 0).Select(i => i + 2)];
        if (axes.Length == 0)
            return w;
        return emit.Slice(w, [.. axes.Select(_ => -1L)], [.. axes.Select(_ => long.MinValue)], axes, [.. axes.Select(_ => -1L)]);
    }
}
