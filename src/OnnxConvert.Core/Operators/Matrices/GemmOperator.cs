using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>Gemm: alpha * A * B + beta * C of matrices, each of the factors perhaps transposed.</summary>
[Defines("Gemm")]
internal sealed class GemmOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension rows = c.Shape(0) is { Rank: 2 } a ? a[c.Int("transA", 0) != 0 ? 1 : 0] : Dimension.Unknown;
        Dimension columns = c.Shape(1) is { Rank: 2 } b ? b[c.Int("transB", 0) != 0 ? 0 : 1] : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(rows, columns));
    }
}
