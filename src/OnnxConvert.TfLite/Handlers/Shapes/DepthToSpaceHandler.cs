using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DEPTH_TO_SPACE → DepthToSpace (DCR), which was the only mode before opset 11.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.DepthToSpace)]
internal sealed class DepthToSpaceHandler() : BlockHandler("DepthToSpace")
{
    protected override Value Move(OpContext op, Value x, long block)
    {
        (long height, long width, long channels) = (op.Size(0, 1), op.Size(0, 2), op.Size(0, 3) / (block * block));
        Value blocks = op.Emit.Reshape(x, -1, height, width, block, block, channels);
        return op.Emit.Reshape(op.Emit.Transpose(blocks, 0, 1, 3, 2, 4, 5), -1, height * block, width * block, channels);
    }
}
