using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of convolutions and pools (<c>padding</c>, <c>stride_h</c>, <c>dilation_h_factor</c> …) as a window.</summary>
internal static class Windows
{
    private const int Same = 0;

    /// <summary>The window over the height and width of a channels-last input.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="input">The index of the input that the window moves over.</param>
    /// <param name="kernelHeight">The height of the window.</param>
    /// <param name="kernelWidth">The width of the window.</param>
    internal static Window Window(this OpContext op, int input, long kernelHeight, long kernelWidth) =>
        Of(op, input, [kernelHeight, kernelWidth], "hw");

    /// <summary>The window over the spatial dimensions of a channels-last input, of an operator whose options are no attributes.</summary>
    internal static Window Window(this OpContext op, int input, ImmutableArray<long> kernel, ImmutableArray<long> strides, bool padsSame)
    {
        ImmutableArray<long> dilations = [.. kernel.Select(_ => 1L)];
        return new Window(kernel, strides, dilations, padsSame ? SamePads(op, input, 1, kernel, strides, dilations) : [.. new long[2 * kernel.Length]]);
    }

    /// <summary>The window over the depth, height and width of a channels-last input.</summary>
    internal static Window Window(this OpContext op, int input, long kernelDepth, long kernelHeight, long kernelWidth) =>
        Of(op, input, [kernelDepth, kernelHeight, kernelWidth], "dhw");

    /// <summary>The window of a transposed convolution, whose pads are cut off the full result, and what the result has more at the end.</summary>
    /// <param name="op">The operator: inputs output shape, filter, tensor.</param>
    /// <param name="outputSizes">The sizes of the result, channels last.</param>
    /// <param name="dimensions">The letters of the spatial dimensions in the names of the options.</param>
    /// <remarks>
    /// The operator is the gradient of a convolution: its full result, (in - 1) · stride + extent, is cut to the output shape. Padding
    /// SAME cuts half of the surplus before, the rest behind; a full result that falls short is extended at the end.
    /// </remarks>
    internal static (Window Window, long[] OutputPadding) TransposedWindow(this OpContext op, long[] outputSizes, string dimensions)
    {
        int rank = dimensions.Length;
        Window full = op.FullWindow(dimensions);
        var pads = new long[2 * rank];
        var outputPadding = new long[rank];
        for (int i = 0; i < rank; i++)
        {
            long extent = ((full.Kernel[i] - 1) * full.Dilations[i]) + 1;
            long surplus = ((op.Size(2, i + 1) - 1) * full.Strides[i]) + extent - outputSizes[i + 1];
            long before = op.PadsSame() ? Math.Max(surplus, 0) / 2 : 0;
            pads[i] = before;
            pads[i + rank] = Math.Max(surplus - before, 0);
            outputPadding[i] = Math.Max(-surplus, 0);
        }

        return (full with { Pads = [.. pads] }, outputPadding);
    }

    /// <summary>The window of a transposed convolution that gives its full result.</summary>
    internal static Window FullWindow(this OpContext op, string dimensions)
    {
        int rank = dimensions.Length;
        int firstOfFilter = rank == 2 ? 1 : 0;
        ImmutableArray<long> kernel = [.. Enumerable.Range(0, rank).Select(i => op.Size(1, firstOfFilter + i))];
        return new Window(kernel, Strides(op, dimensions), Dilations(op, dimensions), [.. new long[2 * rank]]);
    }

    /// <summary>Whether the option <c>padding</c> is SAME.</summary>
    internal static bool PadsSame(this OpContext op) => op.Int("padding") == Same;

    /// <summary>Padding SAME gives ceil(size / stride) windows, the odd element at the end.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="input">The index of the input that the window moves over.</param>
    /// <param name="firstAxis">The first of the dimensions over which it moves.</param>
    /// <param name="kernel">The sizes of the window.</param>
    /// <param name="strides">The steps between windows.</param>
    /// <param name="dilations">The distances between the elements of a window.</param>
    /// <returns>All begins, then all ends; default when the sizes are not known and the runtime has to compute them.</returns>
    internal static ImmutableArray<long> SamePads(OpContext op, int input, int firstAxis, ImmutableArray<long> kernel, ImmutableArray<long> strides, ImmutableArray<long> dilations)
    {
        var sizes = new long[kernel.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (op.Shape(input)?[i + firstAxis].Size is { } size)
            {
                sizes[i] = size;
            }
            else if (strides[i] == 1)
            {
                // The total does not depend on the size.
                sizes[i] = 1;
            }
            else
            {
                return dilations.All(d => d == 1)
                    ? default
                    : throw op.NotSupported("padding SAME with strides and dilations needs a known input size; fix it with WithInputShape (--input-shape)", op.Input(input));
            }
        }

        return SamePads(sizes, kernel, strides, dilations);
    }

    /// <summary>Padding SAME over known sizes: all begins, then all ends.</summary>
    internal static ImmutableArray<long> SamePads(ReadOnlySpan<long> sizes, ImmutableArray<long> kernel, ImmutableArray<long> strides, ImmutableArray<long> dilations)
    {
        int rank = kernel.Length;
        var pads = new long[2 * rank];
        for (int i = 0; i < rank; i++)
        {
            long extent = ((kernel[i] - 1) * dilations[i]) + 1;
            long windows = (sizes[i] + strides[i] - 1) / strides[i];
            long total = Math.Max(0, ((windows - 1) * strides[i]) + extent - sizes[i]);
            pads[i] = total / 2;
            pads[i + rank] = total - (total / 2);
        }

        return [.. pads];
    }

    private static Window Of(OpContext op, int input, ImmutableArray<long> kernel, string dimensions)
    {
        if (op.Shape(input) is { } shape && shape.Rank != kernel.Length + 2)
            throw op.NotSupported($"has the shape {shape}, where the operator takes {kernel.Length + 2} dimensions", op.Input(input));
        ImmutableArray<long> strides = Strides(op, dimensions);
        ImmutableArray<long> dilations = Dilations(op, dimensions);
        // VALID gives only windows that fit.
        ImmutableArray<long> pads = op.PadsSame() ? SamePads(op, input, 1, kernel, strides, dilations) : [.. new long[2 * kernel.Length]];
        return new Window(kernel, strides, dilations, pads);
    }

    private static ImmutableArray<long> Strides(OpContext op, string dimensions) => [.. dimensions.Select(dimension =>
        op.Int($"stride_{dimension}") is var stride and > 0 ? stride : throw op.NotSupported($"stride_{dimension} is {op.Int($"stride_{dimension}")}; it must be at least 1"))];

    /// <summary>The runtime reads a missing dilation as 0 and means 1.</summary>
    private static ImmutableArray<long> Dilations(OpContext op, string dimensions) =>
        [.. dimensions.Select(dimension => Math.Max(op.Int($"dilation_{dimension}_factor"), 1))];
}
