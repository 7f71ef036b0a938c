using System.Collections.Immutable;

namespace OnnxConvert.Emission;

/// <summary>How a convolution or pooling window moves over the spatial dimensions, outermost first.</summary>
/// <param name="Kernel">The sizes of the window; default: those of the weights.</param>
/// <param name="Strides">The steps between windows.</param>
/// <param name="Dilations">The distances between the elements of a window.</param>
/// <param name="Pads">The padding: all begins, then all ends; default: as much as gives <c>ceil(size / stride)</c> windows, the odd one at the end.</param>
public sealed record Window(ImmutableArray<long> Kernel, ImmutableArray<long> Strides, ImmutableArray<long> Dilations, ImmutableArray<long> Pads)
{
    /// <summary>Whether the padding depends on sizes that are known only when the model runs.</summary>
    public bool IsSameUpper => Pads.IsDefault;
}
