using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPACE_TO_DEPTH → SpaceToDepth.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SpaceToDepth)]
internal sealed class SpaceToDepthHandler() : BlockHandler("SpaceToDepth")
{
    protected override Value Move(OpContext op, Value x, long block)
    {
        (long height, long width, long channels) = (op.Size(0, 1) / block, op.Size(0, 2) / block, op.Size(0, 3));
        Value blocks = op.Emit.Reshape(x, -1, height, block, width, block, channels);
        return op.Emit.Reshape(op.Emit.Transpose(blocks, 0, 1, 3, 2, 4, 5), -1, height, width, block * block * channels);
    }
}
