namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>DecoderAttention: attention of a decoder, to itself or to an encoder, with caches.</summary>
[Defines("DecoderAttention", Domains.Microsoft)]
internal sealed class DecoderAttentionOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|DecoderAttention|1||query:T:float16/float:;key:T:float16/float:;q_weight:T:float16/float:;kv_weight:T:float16/float:;bias:T:float16/float:;key_padding_mask:B:bool:?;key_cache:T:float16/float:?;value_cache:T:float16/float:?;static_kv:B:bool:;use_past:B:bool:;has_layer_state:B:bool:;has_key_padding_mask:B:bool:|output:T:float16/float:;new_key_cache:T:float16/float:?;new_value_cache:T:float16/float:?|mask_filter_value:float;num_heads:int!
        """;
}

/// <summary>DecoderMaskedMultiHeadAttention: MultiHeadAttention of one token with all before it.</summary>
[Defines("DecoderMaskedMultiHeadAttention", Domains.Microsoft)]
internal sealed class DecoderMaskedMultiHeadAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DecoderMaskedMultiHeadAttention|1||query:T:float16/float:;key:T:float16/float:?;value:T:float16/float:?;mask_index:M:int32:?;attention_bias:T:float16/float:?;past_key:T:float16/float:?;past_value:T:float16/float:?;past_sequence_length:M:int32:?;beam_width:M:int32:?;cache_indirection:M:int32:?;bias:T:float16/float:?|output:T:float16/float:;present_key:T:float16/float:?;present_value:T:float16/float:?;qk:QK:float16/float:?|mask_filter_value:float;num_heads:int!;output_qk:int;past_present_share_buffer:int;scale:float
        """;
}

/// <summary>DecoderMaskedSelfAttention: Attention of one token with all before it.</summary>
[Defines("DecoderMaskedSelfAttention", Domains.Microsoft)]
internal sealed class DecoderMaskedSelfAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DecoderMaskedSelfAttention|1||input:T:float16/float:;weights:T:float16/float:;bias:T:float16/float:;mask_index:M:int32:?;past:T:float16/float:;attention_bias:T:float16/float:?;past_sequence_length:M:int32:;beam_width:M:int32:?;cache_indirection:M:int32:?|output:T:float16/float:;present:T:float16/float:|do_rotary:int;mask_filter_value:float;num_heads:int!;past_present_share_buffer:int;scale:float
        """;
}

/// <summary>LongformerAttention: attention within a window, and of some tokens to all.</summary>
[Defines("LongformerAttention", Domains.Microsoft)]
internal sealed class LongformerAttentionOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|LongformerAttention|1||input:T:float16/float:;weight:T:float16/float:;bias:T:float16/float:;mask:T:float16/float:;global_weight:T:float16/float:;global_bias:T:float16/float:;global:G:int32:|output:T:float16/float:|num_heads:int!;window:int!
        """;
}
