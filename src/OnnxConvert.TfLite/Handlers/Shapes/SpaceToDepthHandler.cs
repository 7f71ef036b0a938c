using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPACE_TO_DEPTH → SpaceToDepth: blocks become channels in the order (row, column, channel), as in ONNX. Input (N, H, W, C).</summary>
/// <remarks>Runtimes have the operator for floats only; other types go through Reshape and Transpose.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SpaceToDepth)]
internal sealed class SpaceToDepthHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long block = op.Int("block_size");
        Value x = op.Raw(0);
        if (x.ElementType == ElementType.Float)
        {
            Value y = op.Emit.Node("SpaceToDepth", [op.Emit.ToChannelsFirst(x)], new NodeAttribute("blocksize", block));
            op.RawResult(0, op.Emit.ToChannelsLast(y));
            return;
        }

        long height = op.Size(0, 1) / block;
        long width = op.Size(0, 2) / block;
        long channels = op.Size(0, 3);
        Value blocks = op.Emit.Reshape(x, -1, height, block, width, block, channels);
        op.RawResult(0, op.Emit.Reshape(op.Emit.Transpose(blocks, 0, 1, 3, 2, 4, 5), -1, height, width, block * block * channels));
    }
}
