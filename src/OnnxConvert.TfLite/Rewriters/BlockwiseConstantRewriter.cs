using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>Constants with one scale for each block become the real numbers that they stand for, so that operators see plain weights.</summary>
/// <remarks>DequantizeLinear knows blocks since opset 21; ONNX Runtime computes with the same real numbers then, from a smaller file.</remarks>
/// <param name="quantization">How the constants are quantized. Graphs are copied before they are rewritten; contents stay the same objects.</param>
internal sealed class BlockwiseConstantRewriter(IReadOnlyDictionary<TensorData, TfLiteBlockQuantization> quantization) : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        bool changed = false;
        foreach (Value? input in node.Inputs)
        {
            if (input is null || !input.HasMetadata || !input.Metadata.ContainsKey(TfLiteModel.BlockSizeKey))
                continue;
            if (input.Constant is not { } data || !quantization.TryGetValue(data, out TfLiteBlockQuantization? blocks))
                throw Unsupported(node, input, "it is quantized in blocks, but its contents are computed");
            if (BlockwiseConstants.Obstacle(data, blocks) is { } obstacle)
                throw Unsupported(node, input, obstacle);
            context.Graph.SetInitializer(input, BlockwiseConstants.Dequantize(data, blocks));
            input.Metadata.Remove(TfLiteModel.BlockSizeKey);
            changed = true;
        }

        return changed;
    }

    private static UnsupportedModelException Unsupported(Node node, Value tensor, string reason) =>
        new([new UnsupportedItem(node.OpType, node.Name, tensor.Name, reason)]);
}
