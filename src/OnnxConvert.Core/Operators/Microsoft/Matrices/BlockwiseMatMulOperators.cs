using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>MatMulNBits: the product with weights of 2 to 8 bits in blocks.</summary>
[Defines("MatMulNBits", Domains.Microsoft)]
internal sealed class MatMulNBitsOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulNBits|1||A:T1:float16/float/bfloat16:;B:T2:uint8:;scales:T1:float16/float/bfloat16:;zero_points:T3:float16/float/bfloat16/uint8:?;g_idx:T4:int32:?;bias:T1:float16/float/bfloat16:?|Y:T1:float16/float/bfloat16:|K:int!;N:int!;accuracy_level:int=0;bits:int=4;block_size:int!;weight_prepacked:int=0
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), BlockedProduct.Of(c, c.Int("N", -1)));
}

/// <summary>MatMulBnb4: the product with weights of 4 bits in blocks, as bitsandbytes packs them.</summary>
[Defines("MatMulBnb4", Domains.Microsoft)]
internal sealed class MatMulBnb4Operator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulBnb4|1||A:T1:float16/float/bfloat16:;B:T2:uint8:;absmax:T1:float16/float/bfloat16:|Y:T1:float16/float/bfloat16:|K:int!;N:int!;block_size:int!;quant_type:int!;training_mode:int=0;transB:int=1
        """;

    // Weights that are not transposed are multiplied from the other side, for gradients.
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), BlockedProduct.Of(c, c.Int(c.Int("transB", 1) != 0 ? "N" : "K", -1)));
}

/// <summary>MatMulFpQ4: the product with weights of 4 bits in blocks, their shape [K, N] as an input.</summary>
[Defines("MatMulFpQ4", Domains.Microsoft)]
internal sealed class MatMulFpQ4Operator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulFpQ4|1||A:T1:float:;B:T2:uint8:;B_shape:T3:int64:|Y:T1:float:|blk_quant_type:int=1
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), BlockedProduct.Of(c, c.Constant(2) is [_, var columns] ? columns : -1));
}

/// <summary>MatMulNBitsMlp: two products with weights of few bits, gate and value, put together.</summary>
[Defines("MatMulNBitsMlp", Domains.Microsoft)]
internal sealed class MatMulNBitsMlpOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulNBitsMlp|1||A:T1:float16/float/bfloat16:;skip:T1:float16/float/bfloat16:?;norm_scale:T1:float16/float/bfloat16:?;gate_B:T2:uint8:;gate_scales:T1:float16/float/bfloat16:;gate_bias:T1:float16/float/bfloat16:?;up_B:T2:uint8:;up_scales:T1:float16/float/bfloat16:;up_bias:T1:float16/float/bfloat16:?|Y:T1:float16/float/bfloat16:;input_skip_bias_sum:T1:float16/float/bfloat16:?|K:int!;N:int!;accuracy_level:int=0;activation:string!;bits:int=4;block_size:int!;epsilon:float=1e-05
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), BlockedProduct.Of(c, c.Int("N", -1)));
}

/// <summary>MatMulNBitsQkv: queries, keys and values by weights of few bits.</summary>
[Defines("MatMulNBitsQkv", Domains.Microsoft)]
internal sealed class MatMulNBitsQkvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulNBitsQkv|1||A:T1:float16/float/bfloat16:;skip:T1:float16/float/bfloat16:?;norm_scale:T1:float16/float/bfloat16:;q_B:T2:uint8:;q_scales:T1:float16/float/bfloat16:;q_bias:T1:float16/float/bfloat16:?;k_B:T2:uint8:;k_scales:T1:float16/float/bfloat16:;k_bias:T1:float16/float/bfloat16:?;v_B:T2:uint8:;v_scales:T1:float16/float/bfloat16:;v_bias:T1:float16/float/bfloat16:?|Q:T1:float16/float/bfloat16:;K:T1:float16/float/bfloat16:;V:T1:float16/float/bfloat16:;input_skip_bias_sum:T1:float16/float/bfloat16:?|K:int!;Nkv:int!;Nq:int!;accuracy_level:int=0;bits:int=4;block_size:int!;epsilon:float=1e-06
        """;

    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        c.Set(0, c.Type(0), BlockedProduct.Of(c, c.Int("Nq", -1)));
        c.Set(1, c.Type(0), BlockedProduct.Of(c, c.Int("Nkv", -1)));
        c.Set(2, c.Type(0), BlockedProduct.Of(c, c.Int("Nkv", -1)));
    }
}

/// <summary>MatMulBlockQuantizedFp4Weight: the product with weights of 4-bit floats in blocks.</summary>
[Defines("MatMulBlockQuantizedFp4Weight", Domains.Microsoft)]
internal sealed class MatMulBlockQuantizedFp4WeightOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulBlockQuantizedFp4Weight|1||A:T:float16/bfloat16:;B:T1:uint8:;weight_scale:T2:uint8:;weight_scale_2:T3:float:;input_scale:T3:float:?;bias:T:float16/bfloat16:?|Y:T:float16/bfloat16:|block_size:int=16
        """;
}

/// <summary>MatMulBlockQuantizedFp8Weight: the product with weights of 8-bit floats in blocks.</summary>
[Defines("MatMulBlockQuantizedFp8Weight", Domains.Microsoft)]
internal sealed class MatMulBlockQuantizedFp8WeightOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulBlockQuantizedFp8Weight|1||A:T:float16/bfloat16:;B:T1:float8e4m3fn:;b_scale:T2:float:;a_scale:T2:float:?;bias:T:float16/bfloat16:?|Y:T:float16/bfloat16:|block_size:int=128
        """;
}
