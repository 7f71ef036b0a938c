using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>SpaceToDepth: blocks of pixels become blocks of channels.</summary>
[Defines("SpaceToDepth")]
internal sealed class SpaceToDepthOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        long block = Math.Max(c.Int("blocksize", 1), 1);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 4 } x
            ? new Shape(x[0], Dims.Multiply(x[1], block * block), Dims.Of(x[2].Size / block), Dims.Of(x[3].Size / block))
            : null);
    }
}
