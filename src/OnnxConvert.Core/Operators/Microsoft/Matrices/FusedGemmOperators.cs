using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Matrices;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>FusedGemm: Gemm with an activation.</summary>
[Defines("FusedGemm", Domains.Microsoft)]
internal sealed class FusedGemmOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|FusedGemm|1||A:T:float16/float/double/uint32/uint64/int32/int64:;B:T:float16/float/double/uint32/uint64/int32/int64:;C:T:float16/float/double/uint32/uint64/int32/int64:?|Y:T:float16/float/double/uint32/uint64/int32/int64:|activation:string;activation_alpha:float;activation_beta:float;activation_gamma:float;alpha:float=1;beta:float=1;transA:int=0;transB:int=0
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), GemmOperator.Product(c, 0, 1));
}

/// <summary>GemmFloat8: Gemm of 8-bit floats with scales, in the type that an attribute names.</summary>
[Defines("GemmFloat8", Domains.Microsoft)]
internal sealed class GemmFloat8Operator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GemmFloat8|1||A:TA:float16/float/bfloat16/float8e4m3fn/float8e5m2:;B:TB:float16/float/bfloat16/float8e4m3fn/float8e5m2:;C:TC:float16/float/bfloat16:?;scaleA:TS:float:?;scaleB:TS:float:?;scaleY:TS:float:?|Y:TR:float16/float/bfloat16/float8e4m3fn/float8e5m2:|activation:string;alpha:float=1;beta:float=0;dtype:int=1;transA:int=0;transB:int=0
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("dtype", ElementType.Float), GemmOperator.Product(c, 0, 1));
}

/// <summary>GemmFastGelu: a product with a bias, through FastGelu.</summary>
[Defines("GemmFastGelu", Domains.Microsoft)]
internal sealed class GemmFastGeluOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GemmFastGelu|1||X:T:float16/float/bfloat16:;W:T:float16/float/bfloat16:;bias:T:float16/float/bfloat16:?|Y:T:float16/float/bfloat16:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), MatrixProduct.Of(c, 0, 1));
}
