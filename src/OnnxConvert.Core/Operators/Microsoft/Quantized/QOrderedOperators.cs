using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QOrderedGelu: Gelu of integers in an order of their own.</summary>
[Defines("QOrderedGelu", Domains.Microsoft)]
internal sealed class QOrderedGeluOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QOrderedGelu|1||X:Q:int8:;scale_X:S:float:;scale_Y:S:float:|Y:Q:int8:|order_X:int;order_Y:int
        """;
}

/// <summary>QOrderedLayerNormalization: LayerNormalization of integers in an order of their own.</summary>
[Defines("QOrderedLayerNormalization", Domains.Microsoft)]
internal sealed class QOrderedLayerNormalizationOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QOrderedLayerNormalization|1||X:Q:int8:;scale_X:S:float:;scale:F:float16/float:;B:F:float16/float:?;scale_Y:S:float:|Y:Q:int8:|axis:int=-1;epsilon:float=1e-05;order_X:int=1;order_Y:int=1
        """;
}

/// <summary>QOrderedMatMul: the product of integers in orders of their own.</summary>
[Defines("QOrderedMatMul", Domains.Microsoft)]
internal sealed class QOrderedMatMulOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QOrderedMatMul|1||A:Q:int8:;scale_A:S:float:;B:Q:int8:;scale_B:S:float:;scale_Y:S:float:;bias:S:float:?;C:Q:int8:?;scale_C:S:float:?|Y:Q:int8:|order_A:int!;order_B:int!;order_Y:int!
        """;
}

/// <summary>QOrderedAttention: Attention of integers in an order of their own.</summary>
[Defines("QOrderedAttention", Domains.Microsoft)]
internal sealed class QOrderedAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QOrderedAttention|1||input:Q:int8:;scale_input:S:float:;scale_Q_gemm:S:float:;scale_K_gemm:S:float:;scale_V_gemm:S:float:;Q_weight:Q:int8:;K_weight:Q:int8:;V_weight:Q:int8:;scale_Q_weight:S:float:;scale_K_weight:S:float:;scale_V_weight:S:float:;Q_bias:S:float:;K_bias:S:float:;V_bias:S:float:;scale_QKT_gemm:S:float:?;scale_QKT_softmax:S:float:?;scale_values_gemm:S:float:;mask_index:G:int32:?;past:Q:int8:?;attention_bias:S:float:?|output:Q:int8:|num_heads:int!;order_input:int!;order_output:int!;order_weight:int!;qkv_hidden_sizes:ints;unidirectional:int=0
        """;
}

/// <summary>QOrderedLongformerAttention: LongformerAttention of integers in an order of their own.</summary>
[Defines("QOrderedLongformerAttention", Domains.Microsoft)]
internal sealed class QOrderedLongformerAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QOrderedLongformerAttention|1||input:Q:int8:;scale_input:S:float:;weight:Q:int8:;scale_weight:S:float:;bias:S:float:;scale_bias:S:float:;scale_qkv_gemm:S:float:;mask:F:float16:;global_weight:Q:int8:;scale_global_weight:S:float:;global_bias:S:float:;scale_global_gemm:S:float:;global:G:int32:;scale_output:S:float:|output:Q:int8:|num_heads:int!;order_global_weight:int!;order_input:int!;order_output:int!;order_weight:int!;window:int!
        """;
}

/// <summary>QuantizeWithOrder: reals to integers, put in another order.</summary>
[Defines("QuantizeWithOrder", Domains.Microsoft)]
internal sealed class QuantizeWithOrderOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QuantizeWithOrder|1||input:F:float16/float:;scale_input:S:float:|output:Q:int8:|order_input:int!;order_output:int!
        """;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int8, c.Shape(0));
}

/// <summary>DequantizeWithOrder: integers to reals of the type that an attribute names, put in another order.</summary>
[Defines("DequantizeWithOrder", Domains.Microsoft)]
internal sealed class DequantizeWithOrderOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DequantizeWithOrder|1||input:Q:int8:;scale_input:S:float:|output:F:float16/float:|order_input:int!;order_output:int!;to:int!
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("to", ElementType.Undefined), c.Shape(0));
}
