using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Moves blocks of pixels into channels, in the order (row, column, channel), or back. Input (N, H, W, C).</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <remarks>Runtimes have the operators for floats only; other types go through Reshape and Transpose.</remarks>
internal abstract class BlockHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op)
    {
        long block = op.Int("block_size");
        Value x = op.Raw(0);
        op.RawResult(0, x.ElementType == ElementType.Float
            ? op.Emit.ToChannelsLast(op.Emit.Node(onnxOp, [op.Emit.ToChannelsFirst(x)], new NodeAttribute("blocksize", block)))
            : Move(op, x, block));
    }

    /// <summary>The result by Reshape and Transpose.</summary>
    protected abstract Value Move(OpContext op, Value x, long block);
}
