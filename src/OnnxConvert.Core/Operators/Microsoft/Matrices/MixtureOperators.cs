namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>MoE: a mixture of experts, of which a router picks a few for each row.</summary>
[Defines("MoE", Domains.Microsoft)]
internal sealed class MoEOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|MoE|1||input:T:float16/float/bfloat16:;router_probs:T:float16/float/bfloat16:;fc1_experts_weights:T:float16/float/bfloat16:;fc1_experts_bias:T:float16/float/bfloat16:?;fc2_experts_weights:T:float16/float/bfloat16:;fc2_experts_bias:T:float16/float/bfloat16:?;fc3_experts_weights:T:float16/float/bfloat16:?;fc3_experts_bias:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:|activation_alpha:float=1;activation_beta:float=0;activation_type:string=relu;k:int=1;normalize_routing_weights:int=0;swiglu_fusion:int=0;swiglu_limit:float;use_sparse_mixer:int=0
        """;
}

/// <summary>QMoE: MoE with quantized weights.</summary>
[Defines("QMoE", Domains.Microsoft)]
internal sealed class QMoEOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QMoE|1||input:T:float16/float/bfloat16:;router_probs:T:float16/float/bfloat16:;fc1_experts_weights:T1:uint8/float8e4m3fn:;fc1_scales:T2:float16/float/bfloat16/float8e4m3fn/float8e8m0:?;fc1_experts_bias:T:float16/float/bfloat16:?;fc2_experts_weights:T1:uint8/float8e4m3fn:;fc2_scales:T2:float16/float/bfloat16/float8e4m3fn/float8e8m0:?;fc2_experts_bias:T:float16/float/bfloat16:?;fc3_experts_weights:T1:uint8/float8e4m3fn:?;fc3_scales:T2:float16/float/bfloat16/float8e4m3fn/float8e8m0:?;fc3_experts_bias:T:float16/float/bfloat16:?;fc1_zero_points:T1:uint8/float8e4m3fn:?;fc2_zero_points:T1:uint8/float8e4m3fn:?;fc3_zero_points:T1:uint8/float8e4m3fn:?;router_weights:T:float16/float/bfloat16:?;fc1_global_scale:T4:float:?;fc2_global_scale:T4:float:?;fc1_act_scale:T4:float:?;fc2_act_scale:T4:float:?;fc1_act_block_scale:T2:float16/float/bfloat16/float8e4m3fn/float8e8m0:?;fc2_act_block_scale:T2:float16/float/bfloat16/float8e4m3fn/float8e8m0:?|output:T:float16/float/bfloat16:|accuracy_level:int=0;activation_alpha:float=1;activation_beta:float=0;activation_type:string=relu;block_size:int;expert_weight_bits:int=4;fc1_expert_weight_bits:int;fc2_expert_weight_bits:int;fc3_expert_weight_bits:int;k:int=1;normalize_routing_weights:int=0;quant_type:string=int;swiglu_fusion:int=0;swiglu_limit:float;use_sparse_mixer:int=0;weights_prepacked:int=-1
        """;
}
