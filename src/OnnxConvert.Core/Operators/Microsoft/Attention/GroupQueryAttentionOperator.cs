using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>GroupQueryAttention: several heads of queries for each head of keys and values; query [batch, sequence, width], or all three packed in it.</summary>
[Defines("GroupQueryAttention", Domains.Microsoft)]
internal sealed class GroupQueryAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GroupQueryAttention|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;value:T:float16/float/bfloat16:?;past_key:T_CACHE:float16/float/bfloat16/uint8/int8/float8e4m3fn:?;past_value:T_CACHE:float16/float/bfloat16/uint8/int8/float8e4m3fn:?;seqlens_k:M:int32:;total_sequence_length:M:int32:;cos_cache:T:float16/float/bfloat16:?;sin_cache:T:float16/float/bfloat16:?;position_ids::int64:?;attention_bias:T:float16/float/bfloat16:?;head_sink:T:float16/float/bfloat16:?;k_scale:T_KV_SCALE:float:?;v_scale:T_KV_SCALE:float:?;q_norm_weight:T:float16/float/bfloat16:?;k_norm_weight:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;present_key:T_CACHE:float16/float/bfloat16/uint8/int8/float8e4m3fn:?;present_value:T_CACHE:float16/float/bfloat16/uint8/int8/float8e4m3fn:?;output_qk:T:float16/float/bfloat16:?|causal:int=1;do_rotary:int;k_quant_type:string=NONE;kv_cache_bit_width:int;kv_num_heads:int!;local_window_size:int=-1;num_heads:int!;qk_norm_epsilon:float=1e-06;qk_output:int=0;rotary_interleaved:int;scale:float;sliding_window_cache:int=0;smooth_softmax:int=-1;softcap:float;v_quant_type:string=NONE
        """;

    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 3 } query ? Result(c, query) : null);
        for (int i = 1; i < 3; i++)
            c.Set(i, c.Has(3) ? c.Type(3) : c.Type(0), c.Shape(i + 2) is { Rank: 4 } past ? past.With(2, Dimension.Unknown) : null);
    }

    /// <summary>As wide as the queries, which are a part of the width where all three are packed.</summary>
    internal static Shape Result(InferenceCall c, Shape query)
    {
        if (c.Has(1))
            return query;
        long heads = c.Int("num_heads", 0);
        Dimension head = Dims.Divide(query[2], heads + (2 * c.Int("kv_num_heads", 0)));
        return query.With(2, Dims.Multiply(head, heads));
    }
}

/// <summary>SparseAttention: GroupQueryAttention that leaves out blocks.</summary>
[Defines("SparseAttention", Domains.Microsoft)]
internal sealed class SparseAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|SparseAttention|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;value:T:float16/float/bfloat16:?;past_key:T:float16/float/bfloat16:;past_value:T:float16/float/bfloat16:;block_row_indices:M:int32:;block_col_indices:M:int32:;total_sequence_length:M:int32:;key_total_sequence_lengths:M:int32:;cos_cache:T:float16/float/bfloat16:?;sin_cache:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;present_key:T:float16/float/bfloat16:;present_value:T:float16/float/bfloat16:|do_rotary:int;kv_num_heads:int!;num_heads:int!;rotary_interleaved:int;scale:float;sparse_block_size:int!
        """;

    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 3 } query ? GroupQueryAttentionOperator.Result(c, query) : null);
    }
}
