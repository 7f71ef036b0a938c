using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>The filters of convolutions on blocks.</summary>
internal static class BlockedFilters
{
    /// <summary>
    /// Reorders a filter [O, I, H, W] into [O / block, I, H, W, block], or [O / block, I / block, H, W, block of I, block of O], and
    /// fills blocks up with zeros.
    /// </summary>
    /// <param name="filter">Floats.</param>
    /// <param name="blockSize">Channels of a block.</param>
    /// <param name="isInputBlocked">Whether input channels stand in blocks, too.</param>
    /// <returns>The numbers under the sizes [O, I, H, W], of which the first, or the first two, are whole blocks.</returns>
    internal static TensorData Reorder(TensorData filter, int blockSize, bool isInputBlocked)
    {
        ReadOnlySpan<float> source = filter.AsSpan<float>();
        int outputs = (int)filter.Dims[0], inputs = (int)filter.Dims[1], kernel = (int)(filter.Dims[2] * filter.Dims[3]);
        int inputBlock = isInputBlocked ? blockSize : 1;
        int alignedOutputs = Align(outputs, blockSize), alignedInputs = Align(inputs, inputBlock);
        var reordered = new float[checked(alignedOutputs * alignedInputs * kernel)];
        for (int output = 0; output < outputs; output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                int block = (output / blockSize * (alignedInputs / inputBlock)) + (input / inputBlock);
                for (int k = 0; k < kernel; k++)
                    reordered[(((((block * kernel) + k) * inputBlock) + (input % inputBlock)) * blockSize) + (output % blockSize)] = source[(((output * inputs) + input) * kernel) + k];
            }
        }

        return TensorData.Create<float>(reordered, alignedOutputs, alignedInputs, filter.Dims[2], filter.Dims[3]);
    }

    private static int Align(int channels, int block) => (channels + block - 1) / block * block;
}
