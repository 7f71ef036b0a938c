using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The gradient of a convolution → ConvTranspose. Inputs sizes of the result, filter (kernel..., O, I), tensor with I channels. Of a depthwise convolution the filter is (kernel..., O, I / O).</summary>
/// <param name="rank">The rank of tensor and result.</param>
/// <param name="isDepthwise">Whether each channel of the result has its own filters.</param>
internal abstract class FlexTransposedConvolutionHandler(int rank, bool isDepthwise = false) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        if ((op.ConstantInts(0) ?? op.Output(0).Shape?.ToSizes()) is not { } sizes || sizes.Length != rank)
            throw op.NotSupported("the sizes of the result must be known; fix the input's shape with WithInputShape (--input-shape)", op.Input(0));
        int spatial = rank - 2;
        int first = op.HasChannelsFirst() ? 2 : 1;
        ImmutableArray<long> kernel = [.. Enumerable.Range(0, spatial).Select(i => op.Size(1, i))];
        // The window of the convolution whose gradient this is: it moves over the result.
        Window window = op.FlexWindow(kernel, rank, sizes);
        var outputPadding = new long[spatial];
        for (int i = 0; i < spatial; i++)
        {
            long extent = ((kernel[i] - 1) * window.Dilations[i]) + 1;
            long full = ((op.Size(2, first + i) - 1) * window.Strides[i]) + extent;
            outputPadding[i] = sizes[first + i] + window.Pads[i] + window.Pads[i + spatial] - full;
            if (outputPadding[i] < 0)
                throw op.NotSupported($"the result has size {sizes[first + i]}, which no convolution takes to {op.Size(2, first + i)}", op.Input(0));
        }

        Value x = op.ToChannelsFirst(op.Real(2), rank);
        op.Result(0, op.FromChannelsFirst(emit.ConvTranspose(x, Filter(op), null, window, outputPadding, isDepthwise ? op.Size(1, rank - 2) : 1), rank));
    }

    /// <summary>The filter as (I, O, kernel...), or of a depthwise convolution (I, 1, kernel...).</summary>
    private Value Filter(OpContext op)
    {
        IEnumerable<int> kernel = Enumerable.Range(0, rank - 2);
        if (!isDepthwise)
            return op.Emit.Transpose(op.Real(1), [rank - 1, rank - 2, .. kernel]);
        long[] sizes = op.Sizes(1) ?? throw op.NotSupported("the sizes of the filter must be known", op.Input(1));
        return op.Emit.Reshape(op.Emit.Transpose(op.Real(1), [rank - 2, rank - 1, .. kernel]), [-1, 1, .. sizes[..(rank - 2)]]);
    }
}
