using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>QLinearMatMul: the product of quantized matrices, quantized.</summary>
[Defines("QLinearMatMul")]
internal sealed class QLinearMatMulOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(7), MatrixProduct.Of(c, 0, 3));
}
