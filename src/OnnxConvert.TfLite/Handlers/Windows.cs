using System.Collections.Immutable;
using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of convolutions and pools (<c>padding</c>, <c>stride_h</c>, <c>dilation_h_factor</c> …) as a window.</summary>
internal static class Windows
{
    /// <summary>The window over the height and width of a channels-last input.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="input">The index of the input that the window moves over.</param>
    /// <param name="kernelHeight">The height of the window.</param>
    /// <param name="kernelWidth">The width of the window.</param>
    internal static Window Window(this OpContext op, int input, long kernelHeight, long kernelWidth)
    {
        ImmutableArray<long> kernel = [kernelHeight, kernelWidth];
        ImmutableArray<long> strides = [Stride(op, "stride_h"), Stride(op, "stride_w")];
        // The runtime reads a missing dilation as 0 and means 1.
        ImmutableArray<long> dilations = [Math.Max(op.Int("dilation_h_factor"), 1), Math.Max(op.Int("dilation_w_factor"), 1)];
        return new Window(kernel, strides, dilations, Pads(op, input, kernel, strides, dilations));
    }

    /// <summary>Padding SAME gives ceil(size / stride) windows, the odd element at the end; VALID gives only windows that fit.</summary>
    /// <returns>All begins, then all ends; default when the sizes are not known and the runtime has to compute them.</returns>
    private static ImmutableArray<long> Pads(OpContext op, int input, ImmutableArray<long> kernel, ImmutableArray<long> strides, ImmutableArray<long> dilations)
    {
        const int Same = 0;
        int rank = kernel.Length;
        var pads = new long[2 * rank];
        if (op.Int("padding") != Same)
            return [.. pads];
        for (int i = 0; i < rank; i++)
        {
            long extent = ((kernel[i] - 1) * dilations[i]) + 1;
            long? size = op.Shape(input)?[i + 1].Size;
            // With stride 1 the total does not depend on the size.
            if (size is null && strides[i] != 1)
            {
                return dilations.All(d => d == 1)
                    ? default
                    : throw op.NotSupported("padding SAME with strides and dilations needs a known input size; fix it with WithInputShape (--input-shape)", op.Input(input));
            }

            long windows = size is null ? 0 : (size.Value + strides[i] - 1) / strides[i];
            long total = size is null ? extent - 1 : Math.Max(0, ((windows - 1) * strides[i]) + extent - size.Value);
            pads[i] = total / 2;
            pads[i + rank] = total - (total / 2);
        }

        return [.. pads];
    }

    private static long Stride(OpContext op, string option) => op.Int(option) is var stride and > 0
        ? stride
        : throw op.NotSupported($"{option} is {op.Int(option)}; it must be at least 1");
}
