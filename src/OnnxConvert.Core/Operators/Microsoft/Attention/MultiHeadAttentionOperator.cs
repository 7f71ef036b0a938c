using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>MultiHeadAttention: queries, keys and values apart, [batch, sequence, width], or packed, [batch, sequence, heads, 2 or 3, width of a head].</summary>
[Defines("MultiHeadAttention", Domains.Microsoft)]
internal sealed class MultiHeadAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MultiHeadAttention|1||query:T:float16/float/bfloat16:;key:T:float16/float/bfloat16:?;value:T:float16/float/bfloat16:?;bias:T:float16/float/bfloat16:?;key_padding_mask:M:int32:?;attention_bias:T:float16/float/bfloat16:?;past_key:T:float16/float/bfloat16:?;past_value:T:float16/float/bfloat16:?;past_sequence_length:M:int32:?;cache_indirection:M:int32:?|output:T:float16/float/bfloat16:;present_key:T:float16/float/bfloat16:?;present_value:T:float16/float/bfloat16:?;qk:QK:float16/float/bfloat16:?|mask_filter_value:float;num_heads:int!;scale:float;unidirectional:int=0
        """;

    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        Shape? query = c.Shape(0);
        c.Set(0, c.Type(0), query is { Rank: 3 or 5 } ? Result(c, query) : null);
        // A buffer that past and present share has room for the longest sequence.
        if (c.Shape(6) is not { Rank: 4 } past)
            return;
        Shape present = past.With(2, c.Has(8) ? past[2] : c.Shape(1) is { Rank: 3 } key ? Dims.Add(past[2], key[1]) : Dimension.Unknown);
        c.Set(1, c.Type(0), present);
        c.Set(2, c.Type(0), c.Shape(7) is { Rank: 4 } values ? present.With(3, values[3]) : null);
    }

    private static Shape? Result(InferenceCall c, Shape query)
    {
        if (query.Rank == 5)
            return new Shape(query[0], query[1], Dims.Multiply(query[2], query[4]));
        return c.Shape(2) switch
        {
            { Rank: 3 } value => new Shape(query[0], query[1], value[2]),
            { Rank: 4 } value => new Shape(query[0], query[1], Dims.Multiply(value[1], value[3])),
            _ => c.Has(1) && c.Shape(1) is { Rank: 5 } ? query : new Shape(query[0], query[1], Dimension.Unknown),
        };
    }
}
