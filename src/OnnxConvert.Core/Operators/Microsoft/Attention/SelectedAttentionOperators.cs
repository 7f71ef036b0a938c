namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>PagedAttention: attention with keys and values in pages.</summary>
[Defines("PagedAttention", Domains.Microsoft)]
internal sealed class PagedAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|PagedAttention|1||query:T:float16/bfloat16:;key:T:float16/bfloat16:?;value:T:float16/bfloat16:?;key_cache:T_CACHE:float16/bfloat16/uint8/int8/float8e4m3fn:;value_cache:T_CACHE:float16/bfloat16/uint8/int8/float8e4m3fn:?;cumulative_sequence_length:S:int32:;past_seqlens:S:int32:;block_table:S:int32:;cos_cache:T:float16/bfloat16:?;sin_cache:T:float16/bfloat16:?;slot_mapping:S:int32:?;head_sink:T:float16/bfloat16:?;q_norm_weight:T:float16/bfloat16:?;k_norm_weight:T:float16/bfloat16:?;k_scale:T_KV_SCALE:float:?;v_scale:T_KV_SCALE:float:?;attention_metadata:S:int32:?|output:T:float16/bfloat16:;key_cache_out:T_CACHE:float16/bfloat16/uint8/int8/float8e4m3fn:?;value_cache_out:T_CACHE:float16/bfloat16/uint8/int8/float8e4m3fn:?|do_rotary:int;is_causal:int=1;k_cache_dtype:string=;k_quant_type:string=NONE;kv_cache_layout:string=SEPARATE;kv_num_heads:int!;local_window_size:int=-1;num_heads:int!;qk_norm_epsilon:float;rotary_interleaved:int;rotary_offset:int;scale:float;softcap:float;v_cache_dtype:string=;v_head_size:int;v_quant_type:string=NONE
        """;
}

/// <summary>SparsePagedAttention: PagedAttention to the pages that are picked.</summary>
[Defines("SparsePagedAttention", Domains.Microsoft)]
internal sealed class SparsePagedAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|SparsePagedAttention|1||query:T:float16/bfloat16:;key:T:float16/bfloat16:?;value:T:float16/bfloat16:?;key_cache:T_CACHE:float16/bfloat16/int8:;value_cache:T_CACHE:float16/bfloat16/int8:;cumulative_sequence_length:S:int32:;past_seqlens:S:int32:;block_table:S:int32:;slot_mapping:S:int32:?;selected_indices:S:int32:;selected_counts:S:int32:;auxiliary_key:T:float16/bfloat16:?;auxiliary_value:T:float16/bfloat16:?;auxiliary_lengths:S:int32:?;cos_cache:T:float16/bfloat16:?;sin_cache:T:float16/bfloat16:?;head_sink:T:float16/bfloat16:?;q_norm_weight:T:float16/bfloat16:?;k_norm_weight:T:float16/bfloat16:?;k_scale:T_KV_SCALE:float:?;v_scale:T_KV_SCALE:float:?;attention_metadata:S:int32:?|output:T:float16/bfloat16:;key_cache_out:T_CACHE:float16/bfloat16/int8:?;value_cache_out:T_CACHE:float16/bfloat16/int8:?|attention_mode:string=selected_only;auxiliary_cache_layout:string=contiguous;auxiliary_kv_shared:int=0;do_rotary:int=0;is_causal:int=1;k_quant_type:string=NONE;kv_num_heads:int!;local_window_size:int=-1;num_heads:int!;qk_norm_epsilon:float=1e-06;rotary_interleaved:int=0;rotary_offset:int=0;scale:float;selected_kv_source:string=main;softcap:float;v_quant_type:string=NONE
        """;
}

/// <summary>DynamicSparseAttention: attention to the blocks that are picked.</summary>
[Defines("DynamicSparseAttention", Domains.Microsoft)]
internal sealed class DynamicSparseAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DynamicSparseAttention|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;value:T:float16/float/bfloat16:?;past_key:T:float16/float/bfloat16:?;past_value:T:float16/float/bfloat16:?;auxiliary_key:T:float16/float/bfloat16:?;auxiliary_value:T:float16/float/bfloat16:?;selected_indices:M:int32:;selected_counts:M:int32:;seqlens_k:M:int32:;total_sequence_length:M:int32:;cos_cache:T:float16/float/bfloat16:?;sin_cache:T:float16/float/bfloat16:?;position_ids::int64:?;q_norm_weight:T:float16/float/bfloat16:?;k_norm_weight:T:float16/float/bfloat16:?;head_sink:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;present_key:T:float16/float/bfloat16:?;present_value:T:float16/float/bfloat16:?|attention_mode:string=selected_only;auxiliary_kv_shared:int=0;do_rotary:int=0;is_causal:int=1;kv_num_heads:int!;local_window_size:int=-1;num_heads:int!;qk_norm_epsilon:float=1e-06;rotary_interleaved:int=0;rotary_offset:int=0;scale:float;selected_kv_source:string=main;smooth_softmax:int=0
        """;
}

/// <summary>PackedSparseAttentionIndexer: picks the blocks that are attended to.</summary>
[Defines("PackedSparseAttentionIndexer", Domains.Microsoft)]
internal sealed class PackedSparseAttentionIndexerOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|PackedSparseAttentionIndexer|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;query_norm_weight:T:float16/float/bfloat16:;key_norm_weight:T:float16/float/bfloat16:;cos_cache:T:float16/float/bfloat16:;sin_cache:T:float16/float/bfloat16:;cumulative_sequence_lengths:M:int32:;past_sequence_lengths:M:int32:;gate:T:float16/float/bfloat16:?;position_bias:T:float16/float/bfloat16:?;head_weights:T:float16/float/bfloat16:?;position_ids:I:int64:?;past_key_state:T:float16/float/bfloat16:;past_kv_buffer:T:float16/float/bfloat16:;past_gate_buffer:T:float16/float/bfloat16:?;past_state_lengths:M:int32:;state_update_capture_count:M:int32:?;state_update_active:M:int32:?|selected_indices:M:int32:;selected_counts:M:int32:;present_key_state:T:float16/float/bfloat16:;present_kv_buffer:T:float16/float/bfloat16:;present_gate_buffer:T:float16/float/bfloat16:?;present_state_lengths:M:int32:;state_update:T:float16/float/bfloat16:?|compress_ratio:int!;epsilon:float=1e-06;head_weight_scale:float;index_topk:int;policy_mode:string!;scale:float;state_capacity:int!;state_update_capacity:int=0;token_budget:int
        """;
}
