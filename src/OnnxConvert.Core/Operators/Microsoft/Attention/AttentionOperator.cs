using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>Attention: input [batch, sequence, width] through weights for queries, keys and values, then attention between them.</summary>
[Defines("Attention", Domains.Microsoft)]
internal sealed class AttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Attention|1||input:T:float16/float/bfloat16:;weights:T:float16/float/bfloat16:;bias:T:float16/float/bfloat16:?;mask_index:M:int32:?;past:T:float16/float/bfloat16:?;attention_bias:T:float16/float/bfloat16:?;past_sequence_length:M:int32:?|output:T:float16/float/bfloat16:;present:T:float16/float/bfloat16:?|do_rotary:int;mask_filter_value:float;num_heads:int!;past_present_share_buffer:int;qkv_hidden_sizes:ints;rotary_embedding_dim:int;scale:float;unidirectional:int=0
        """;

    public override void Infer(InferenceCall c) => Infer(c, c.Type(0), past: 4);

    /// <summary>The result [batch, sequence, width of the values], and the state of keys and values.</summary>
    /// <param name="c">The call; its first input is the data, its second the weights [width, queries + keys + values].</param>
    /// <param name="type">The element type of the outputs.</param>
    /// <param name="past">The input that is the state before, [2, batch, heads, sequence before, width of a head].</param>
    internal static void Infer(InferenceCall c, ElementType type, int past)
    {
        Shape? x = c.Shape(0) is { Rank: 3 } data ? data : null;
        Dimension width = c.Ints("qkv_hidden_sizes") is [_, _, var values] ? Dims.Of(values)
            : c.Shape(1) is { Rank: 2 } weights ? Dims.Divide(weights[1], 3) : Dimension.Unknown;
        c.Set(0, type, x is null ? null : new Shape(x[0], x[1], width));
        c.Set(1, type, x is null ? null : Present(c, x, width, past));
    }

    private static Shape? Present(InferenceCall c, Shape x, Dimension width, int past)
    {
        if (!c.Has(past))
            return c.HasAttribute("qkv_hidden_sizes") ? null : new Shape(2, x[0], Dims.Of(c.Int("num_heads", -1)), x[1], Dims.Divide(width, c.Int("num_heads", 0)));
        if (c.Shape(past) is not { Rank: 5 } before)
            return null;
        // A buffer that both share has room for the longest sequence.
        return c.Int("past_present_share_buffer", 0) != 0 ? before : before.With(3, Dims.Add(before[3], x[1]));
    }
}

/// <summary>QAttention: Attention of quantized data and weights, in reals.</summary>
[Defines("QAttention", Domains.Microsoft)]
internal sealed class QAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QAttention|1||input:T1:uint8/int8:;weight:T2:uint8/int8:;bias:T3:float16/float:;input_scale:T3:float16/float:;weight_scale:T3:float16/float:;mask_index:T4:int32:?;input_zero_point:T1:uint8/int8:?;weight_zero_point:T2:uint8/int8:?;past:T3:float16/float:?|output:T3:float16/float:;present:T3:float16/float:?|do_rotary:int;mask_filter_value:float;num_heads:int!;past_present_share_buffer:int;scale:float;unidirectional:int=0
        """;

    public override void Infer(InferenceCall c) => AttentionOperator.Infer(c, c.Type(3), past: 8);
}
