using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>DepthToSpace: blocks of channels become blocks of pixels.</summary>
[Defines("DepthToSpace")]
internal sealed class DepthToSpaceOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        long block = Math.Max(c.Int("blocksize", 1), 1);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 4 } x
            ? new Shape(x[0], Dims.Of(x[1].Size / (block * block)), Dims.Multiply(x[2], block), Dims.Multiply(x[3], block))
            : null);
    }
}
