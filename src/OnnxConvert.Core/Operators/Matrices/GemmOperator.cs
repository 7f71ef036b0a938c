using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>Gemm: alpha * A * B + beta * C of matrices, each of the factors perhaps transposed.</summary>
[Defines("Gemm")]
internal sealed class GemmOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Product(c, 0, 1));

    /// <summary>The shape of the product of two inputs, each perhaps transposed.</summary>
    internal static Shape Product(InferenceCall c, int left, int right)
    {
        Dimension rows = c.Shape(left) is { Rank: 2 } a ? a[c.Int("transA", 0) != 0 ? 1 : 0] : Dimension.Unknown;
        Dimension columns = c.Shape(right) is { Rank: 2 } b ? b[c.Int("transB", 0) != 0 ? 0 : 1] : Dimension.Unknown;
        return new Shape(rows, columns);
    }
}
