using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Larq's LceBconv2d → Conv of signs (<see cref="BinaryTensor"/>). Inputs (N, H, W, words), constant filter (O, kh, kw, words), and for real
/// results a multiplier and a bias (O), for signs thresholds (O).
/// </summary>
/// <remarks>
/// The sum of products is limited by the activation before it is multiplied. The thresholds are compared with the number of
/// products that are -1. Padding SAME is made of +1, or, with pad_values 0, of zeros. Sums of signs are exact in float.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "LceBconv2d", MinOpset = 11, Restrictions = "constant filters")]
internal sealed class LceBconv2dHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        FlexMap options = op.OptionMap();
        int channels = op.RequireInt(options, "channels_in", 1);
        if (op.InputType(0) != ElementType.Int32 || op.InputType(1) != ElementType.Int32 || op.Constant(1) is not { Rank: 4 } filter)
            throw op.NotSupported("takes signs as int32 and a constant filter of them; convert the model again with Larq Compute Engine 0.4 or later", op.Input(1));
        long groups = Groups(op, filter, channels);
        int perGroup = (int)(channels / groups);
        bool padsOnes = options.TryGetInt("pad_values", out long padding) && padding == 1;
        Window window = WindowOf(op, options, filter, LarqOptions.PadsSame(op, options));
        if (window.Pads.IsDefault)
            throw op.NotSupported("padding SAME needs a known input size; fix it with WithInputShape (--input-shape)", op.Input(0));
        Value x = emit.ToChannelsFirst(BinaryTensor.Signs(op, 0, channels));
        if (padsOnes)
        {
            x = emit.Pad(x, [0, 0, window.Pads[0], window.Pads[1]], [0, 0, window.Pads[2], window.Pads[3]], emit.Const(1f));
            window = window with { Pads = [0, 0, 0, 0] };
        }

        TensorData signs = BinaryTensor.Unpack(filter, perGroup).Transpose(0, 3, 1, 2);
        Value w = emit.Dequantize(emit.Const(signs, op.Input(1).Name), new QuantizationParameters(1, 0));
        Value sum = emit.ToChannelsLast(emit.Conv(x, w, null, window, groups));
        if (op.OutputType(0) == ElementType.Int32)
            BinaryTensor.SetResult(op, 4, SignsOf(op, sum, filter.Dims[1] * filter.Dims[2] * perGroup));
        else
            op.Result(0, emit.Add(emit.Mul(emit.Clip(sum, Activation(op, options)), op.Real(2)), op.Real(3)));
    }

    /// <summary>-1 where more products are -1 than the threshold says.</summary>
    private static Value SignsOf(OpContext op, Value sum, long products)
    {
        Emitter emit = op.Emit;
        Value negatives = emit.Mul(emit.Sub(emit.Const((float)products), sum), emit.Const(0.5f));
        Value isNegative = emit.Compare("Greater", negatives, emit.Cast(op.Declared(4), ElementType.Float));
        return emit.Where(isNegative, emit.Const(-1f), emit.Const(1f));
    }

    private static long Groups(OpContext op, TensorData filter, int channels)
    {
        long words = BinaryTensor.Words(channels);
        long ofFilter = filter.Dims[3];
        if (words == ofFilter)
            return 1;
        long groups = ofFilter > 0 && words % ofFilter == 0 ? words / ofFilter : 0;
        return groups > 0 && channels % (groups * BinaryTensor.Bits) == 0 && filter.Dims[0] % groups == 0
            ? groups
            : throw op.NotSupported($"has {channels} channels, of which a filter of {ofFilter} words takes no whole group", op.Input(1));
    }

    private static Window WindowOf(OpContext op, FlexMap options, TensorData filter, bool padsSame)
    {
        ImmutableArray<long> kernel = [filter.Dims[1], filter.Dims[2]];
        ImmutableArray<long> strides = [op.RequireInt(options, "stride_height", 1), op.RequireInt(options, "stride_width", 1)];
        ImmutableArray<long> dilations = [op.RequireInt(options, "dilation_height_factor", 1), op.RequireInt(options, "dilation_width_factor", 1)];
        return new Window(kernel, strides, dilations, padsSame ? Windows.SamePads(op, 0, 1, kernel, strides, dilations) : [0, 0, 0, 0]);
    }

    private static RealRange Activation(OpContext op, FlexMap options) =>
        FusedActivation.Range(op.RequireInt(options, "fused_activation_function", 0, 3));
}
