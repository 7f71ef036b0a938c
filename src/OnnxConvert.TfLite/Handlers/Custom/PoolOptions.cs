using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of MediaPipe's pools, which are TFLite's own structure: padding, two strides (width first), two sizes (width first), activation.</summary>
/// <param name="PadsSame">Whether the padding is SAME.</param>
/// <param name="Kernel">The height and width of the window.</param>
/// <param name="Strides">The steps between windows, height first.</param>
/// <param name="Activation">The range to which the fused activation limits results.</param>
internal sealed record PoolOptions(bool PadsSame, ImmutableArray<long> Kernel, ImmutableArray<long> Strides, RealRange Activation)
{
    private const int Same = 1;

    internal static PoolOptions Of(OpContext op)
    {
        int[] fields = op.OptionFields(6);
        if (fields[1..5].Any(size => size is <= 0 or > ushort.MaxValue))
            throw op.NotSupported($"has the window {fields[4]}x{fields[3]} and the strides {fields[2]}, {fields[1]}; they must be from 1 to {ushort.MaxValue}");
        return new PoolOptions(fields[0] == Same, [fields[4], fields[3]], [fields[2], fields[1]], FusedActivation.Range(fields[5]));
    }
}
