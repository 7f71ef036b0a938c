using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Binds block-wise quantization to the constants that hold its parameters.</summary>
internal static class BlockQuantizationReader
{
    /// <exception cref="InvalidModelException">A parameter tensor does not exist or is not constant.</exception>
    public static Dictionary<Value, TfLiteBlockQuantization> Read(SubgraphBuilder[] subgraphs)
    {
        var found = new Dictionary<Value, TfLiteBlockQuantization>();
        foreach (var subgraph in subgraphs)
        {
            foreach (var (tensor, value) in subgraph.Values)
            {
                if (tensor.Blocks is { } blocks)
                    found[value] = Bind(blocks, tensor, subgraph.Tensors);
            }
        }

        return found;
    }

    private static TfLiteBlockQuantization Bind(BlockParameters blocks, SourceTensor tensor, SourceTensor[] tensors)
    {
        var scales = Constant(blocks.Scales, "scales", tensor, tensors);
        // A writer that leaves the field out means "none" as well as one that writes -1; 0 is then what is read.
        var zeroPoints = blocks.ZeroPoints <= 0 ? null : Constant(blocks.ZeroPoints, "zero points", tensor, tensors);
        return new TfLiteBlockQuantization(scales, zeroPoints, blocks.BlockSize, [.. blocks.Axes]);
    }

    private static TensorData Constant(int index, string what, SourceTensor tensor, SourceTensor[] tensors)
    {
        if (index < 0 || index >= tensors.Length)
            throw new InvalidModelException($"{tensor.Place} has its {what} in tensor {index}; the subgraph has {tensors.Length} tensors.");
        return tensors[index].Constant ?? throw new InvalidModelException($"{tensor.Place} has its {what} in {tensors[index].Place}, which is not constant.");
    }
}
