using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>Products of complex numbers, which stand as pairs in the last dimension.</summary>
internal abstract class ComplexProductOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Dims.Broadcast(c, c.Shape(0), c.Shape(1)));
}

/// <summary>ComplexMul: A * B.</summary>
[Defines("ComplexMul", Domains.Microsoft)]
internal sealed class ComplexMulOperator : ComplexProductOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|ComplexMul|1||A:T:float16/float/double:;B:T:float16/float/double:|C:T:float16/float/double:|
        """;
}

/// <summary>ComplexMulConj: A * conjugate of B.</summary>
[Defines("ComplexMulConj", Domains.Microsoft)]
internal sealed class ComplexMulConjOperator : ComplexProductOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|ComplexMulConj|1||A:T:float16/float/double:;B:T:float16/float/double:|C:T:float16/float/double:|
        """;
}
