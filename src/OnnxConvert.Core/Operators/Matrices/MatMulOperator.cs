using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>MatMul: as NumPy's matmul.</summary>
[Defines("MatMul")]
internal sealed class MatMulOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), MatrixProduct.Of(c, 0, 1));
}
