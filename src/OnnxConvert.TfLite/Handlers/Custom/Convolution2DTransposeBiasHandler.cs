using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Convolution2DTransposeBias (MediaPipe) → ConvTranspose. Inputs tensor (N, H, W, I), filter (O, kh, kw, I), bias (O), all float.
/// Options padding, horizontal and vertical stride.
/// </summary>
/// <remarks>
/// Padding VALID gives the full result, (size - 1) · stride + kernel. SAME cuts kernel - 1 - (size - 1) modulo stride off it where that
/// is positive, half of it in front: not what TRANSPOSE_CONV cuts.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "Convolution2DTransposeBias")]
internal sealed class Convolution2DTransposeBiasHandler : IOpHandler
{
    private const int Same = 1;

    public void Convert(OpContext op)
    {
        int[] options = op.OptionFields(3);
        long[] strides = [options[2], options[1]];
        if (strides.Any(stride => stride is <= 0 or > ushort.MaxValue))
            throw op.NotSupported($"has the strides {strides[0]}, {strides[1]}; they must be from 1 to {ushort.MaxValue}");
        long[] kernel = [op.Size(1, 1), op.Size(1, 2)];
        var pads = new long[4];
        for (int i = 0; options[0] == Same && i < 2; i++)
        {
            long surplus = Math.Max(0, kernel[i] - 1 - ((op.Size(0, i + 1) - 1) % strides[i]));
            (pads[i], pads[i + 2]) = (surplus / 2, surplus - (surplus / 2));
        }

        var window = new Window([.. kernel], [.. strides], [1, 1], [.. pads]);
        Value y = op.Emit.ConvTranspose(op.Emit.ToChannelsFirst(op.Real(0)), op.Weight(1, 3, 0, 1, 2), op.OptionalReal(2), window, []);
        op.Result(0, op.Emit.ToChannelsLast(y));
    }
}
