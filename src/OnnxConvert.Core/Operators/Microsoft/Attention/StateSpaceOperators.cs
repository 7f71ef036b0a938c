namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>LinearAttention: attention as a state that is carried along.</summary>
[Defines("LinearAttention", Domains.Microsoft)]
internal sealed class LinearAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|LinearAttention|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:;value:T:float16/float/bfloat16:;past_state:S:float16/float/bfloat16:?;decay:T:float16/float/bfloat16:?;beta:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;present_state:S:float16/float/bfloat16:|chunk_size:int=64;kv_num_heads:int!;q_num_heads:int!;scale:float=0;state_window:int=0;update_rule:string=gated_delta
        """;
}

/// <summary>GatedDeltaNet: LinearAttention with gates, for sequences of different lengths.</summary>
[Defines("GatedDeltaNet", Domains.Microsoft)]
internal sealed class GatedDeltaNetOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatedDeltaNet|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;value:T:float16/float/bfloat16:?;cu_seqlens:TI:int32:?;decay:TS:float:?;beta:TS:float:?;initial_state:TS:float:?;a_log:TS:float:?;dt_bias:TS:float:?;capture_count:TI:int32:?;state_update_active:TI:int32:?|output:T:float16/float/bfloat16:;final_state:TS:float:?;state_update:TS:float:?|beta_activation:string=none;chunk_size:int=64;gate_activation:string=none;qk_l2_norm:int=0;scale:float=0;state_update_capacity:int=0;update_rule:string=gated_delta
        """;
}

/// <summary>CausalConvWithState: a convolution over what came before, with the end of the last run as state.</summary>
[Defines("CausalConvWithState", Domains.Microsoft)]
internal sealed class CausalConvWithStateOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|CausalConvWithState|1||input:T:float16/float/bfloat16:;weight:T:float16/float/bfloat16:;bias:T:float16/float/bfloat16:?;past_state:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;present_state:T:float16/float/bfloat16:|activation:string=none;channels_last:int=0;dilation:int=1;ndim:int=1;state_window:int=0
        """;
}

/// <summary>VarlenCausalConvWithState: CausalConvWithState for sequences of different lengths.</summary>
[Defines("VarlenCausalConvWithState", Domains.Microsoft)]
internal sealed class VarlenCausalConvWithStateOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|VarlenCausalConvWithState|1||input:T:float16/float/bfloat16:;weight:T:float16/float/bfloat16:;cumulative_sequence_length:M:int32:;bias:T:float16/float/bfloat16:?;initial_state:T:float16/float/bfloat16:;capture_count:M:int32:?|output:T:float16/float/bfloat16:;final_state:T:float16/float/bfloat16:;state_update:T:float16/float/bfloat16:?|activation:string=none;dilation:int=1;state_update_capacity:int=0
        """;
}

/// <summary>HyperConnectionPreMix: the streams of hyper-connections mixed before a layer.</summary>
[Defines("HyperConnectionPreMix", Domains.Microsoft)]
internal sealed class HyperConnectionPreMixOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|HyperConnectionPreMix|1||streams:T:float16/float/bfloat16:;pre_mix:M:float16/float/bfloat16:|output:T:float16/float/bfloat16:|num_branches:int=0;reduction_scale:float=1
        """;
}

/// <summary>HyperConnectionPostMix: the streams of hyper-connections mixed behind a layer.</summary>
[Defines("HyperConnectionPostMix", Domains.Microsoft)]
internal sealed class HyperConnectionPostMixOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|HyperConnectionPostMix|1||streams:T:float16/float/bfloat16:;block_output:T:float16/float/bfloat16:;post_mix:M:float16/float/bfloat16:;stream_mix:M:float16/float/bfloat16:?|output:T:float16/float/bfloat16:|num_branches:int=0
        """;
}

/// <summary>EngramGate: values weighed by how keys and queries agree.</summary>
[Defines("EngramGate", Domains.Microsoft)]
internal sealed class EngramGateOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|EngramGate|1||key:T:float16/float/bfloat16:;query:T:float16/float/bfloat16:;value:T:float16/float/bfloat16:;key_norm_scale:T:float16/float/bfloat16:;query_norm_scale:T:float16/float/bfloat16:;conv_norm_scale:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;gated_value_normed:T:float16/float/bfloat16:?|epsilon:float=1e-05
        """;
}
