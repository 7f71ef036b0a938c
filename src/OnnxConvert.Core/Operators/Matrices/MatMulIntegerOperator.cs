using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>MatMulInteger: the product of integers less their zero points.</summary>
[Defines("MatMulInteger")]
internal sealed class MatMulIntegerOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int32, MatrixProduct.Of(c, 0, 1));
}
