using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>PackedAttention: Attention of tokens without padding, [tokens, width].</summary>
[Defines("PackedAttention", Domains.Microsoft)]
internal sealed class PackedAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|PackedAttention|1||input:T:float16/float:;weights:T:float16/float:;bias:T:float16/float:;token_offset:M:int32:;cumulative_sequence_length:M:int32:;attention_bias:T:float16/float:?|output:T:float16/float:|num_heads:int!;qkv_hidden_sizes:ints;scale:float
        """;

    public override void Infer(InferenceCall c)
    {
        Dimension width = c.Ints("qkv_hidden_sizes") is [_, _, var values] ? Dims.Of(values)
            : c.Shape(1) is { Rank: 2 } weights ? Dims.Divide(weights[1], 3) : Dimension.Unknown;
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 2 } x ? new Shape(x[0], width) : null);
    }
}

/// <summary>PackedMultiHeadAttention: MultiHeadAttention of tokens without padding.</summary>
[Defines("PackedMultiHeadAttention", Domains.Microsoft)]
internal sealed class PackedMultiHeadAttentionOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|PackedMultiHeadAttention|1||query:T:float16/float:;key:T:float16/float:?;value:T:float16/float:?;bias:T:float16/float:?;token_offset:M:int32:;cumulative_sequence_length:M:int32:;attention_bias:T:float16/float:?|output:T:float16/float:|mask_filter_value:float;num_heads:int!;scale:float
        """;
}

/// <summary>RemovePadding: the tokens of all sequences [batch, sequence, width] without what fills them up, and where they stood.</summary>
[Defines("RemovePadding", Domains.Microsoft)]
internal sealed class RemovePaddingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|RemovePadding|1||input:T:float16/float:;sequence_token_count:M:int32:|output:T:float16/float:;token_offset:M:int32:;cumulated_seq_len:M:int32:;max_seq_len:M:int32:|
        """;

    public override void Infer(InferenceCall c)
    {
        Shape? x = c.Shape(0) is { Rank: 3 } data ? data : null;
        c.Set(0, c.Type(0), x is null ? null : new Shape(Dimension.Unknown, x[2]));
        c.Set(1, ElementType.Int32, x is null ? null : new Shape(x[0], x[1]));
        c.Set(2, ElementType.Int32, x is null ? null : new Shape(Dims.Add(x[0], 1)));
        c.Set(3, ElementType.Int32, new Shape([1]));
    }
}

/// <summary>RestorePadding: tokens [tokens, width] back at their places, which are [batch, sequence].</summary>
[Defines("RestorePadding", Domains.Microsoft)]
internal sealed class RestorePaddingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|RestorePadding|1||input:T:float16/float:;token_offset:M:int32:|output:T:float16/float:|
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 2 } x && c.Shape(1) is { Rank: 2 } places ? new Shape(places[0], places[1], x[1]) : null);
}
