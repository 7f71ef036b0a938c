using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Matrices;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>alpha * A * B, each operand perhaps transposed: its last two dimensions, or, with transBatch, the first and the last but one.</summary>
internal abstract class TransposableMatMulOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        // Batches that are transposed are left open.
        bool isPlain = c.Int("transBatchA", 0) == 0 && c.Int("transBatchB", 0) == 0;
        Shape? a = Operand(c.Shape(0), c.Int("transA", 0) != 0);
        Shape? b = Operand(c.Shape(1), c.Int("transB", 0) != 0);
        c.Set(0, c.Type(0), isPlain ? MatrixProduct.Of(c, a, b) : null);
    }

    // A vector has nothing to transpose.
    private static Shape? Operand(Shape? shape, bool isTransposed) => shape is { Rank: > 1 } && isTransposed
        ? shape.With(shape.Rank - 1, shape[shape.Rank - 2]).With(shape.Rank - 2, shape[shape.Rank - 1])
        : shape;
}

/// <summary>FusedMatMul: the product, scaled.</summary>
[Defines("FusedMatMul", Domains.Microsoft)]
internal sealed class FusedMatMulOperator : TransposableMatMulOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|FusedMatMul|1||A:T:float16/float/double/bfloat16:;B:T:float16/float/double/bfloat16:|Y:T:float16/float/double/bfloat16:|alpha:float=1;transA:int=0;transB:int=0;transBatchA:int=0;transBatchB:int=0
        """;
}

/// <summary>TransposeMatMul: the older name of FusedMatMul.</summary>
[Defines("TransposeMatMul", Domains.Microsoft)]
internal sealed class TransposeMatMulOperator : TransposableMatMulOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|TransposeMatMul|1||A:T:float16/float/double/bfloat16:;B:T:float16/float/double/bfloat16:|Y:T:float16/float/double/bfloat16:|alpha:float=1;transA:int=0;transB:int=0
        """;
}

/// <summary>FusedMatMulActivation: FusedMatMul with an activation.</summary>
[Defines("FusedMatMulActivation", Domains.Microsoft)]
internal sealed class FusedMatMulActivationOperator : TransposableMatMulOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|FusedMatMulActivation|1||A:T:float16/float/double/bfloat16:;B:T:float16/float/double/bfloat16:|Y:T:float16/float/double/bfloat16:|activation:string!;activation_alpha:float;activation_axis:int;activation_beta:float;activation_gamma:float;alpha:float=1;transA:int=0;transB:int=0;transBatchA:int=0;transBatchB:int=0
        """;
}
