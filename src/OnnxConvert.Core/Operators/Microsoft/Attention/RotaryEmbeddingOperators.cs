using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>RotaryEmbedding: pairs of elements turned by angles that follow from their place.</summary>
[Defines("RotaryEmbedding", Domains.Microsoft)]
internal sealed class RotaryEmbeddingOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|RotaryEmbedding|1||input:T:float16/float/bfloat16:;position_ids:M:int64:;cos_cache:T:float16/float/bfloat16:;sin_cache:T:float16/float/bfloat16:|output:T:float16/float/bfloat16:|interleaved:int;is_packed_batching:int;num_heads:int;rotary_embedding_dim:int;scale:float
        """;
}

/// <summary>MRotaryEmbedding: RotaryEmbedding with places of several dimensions.</summary>
[Defines("MRotaryEmbedding", Domains.Microsoft)]
internal sealed class MRotaryEmbeddingOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|MRotaryEmbedding|1||input:T:float16/float/bfloat16:;position_ids:M:int64:;cos_cache:T:float16/float/bfloat16:;sin_cache:T:float16/float/bfloat16:|output:T:float16/float/bfloat16:|interleaved:int;is_packed_batching:int;mrope_layout:int;mrope_section:ints!;num_heads:int;rotary_embedding_dim:int;scale:float
        """;
}

/// <summary>GemmaRotaryEmbedding: queries and keys turned, as Gemma does.</summary>
[Defines("GemmaRotaryEmbedding", Domains.Microsoft)]
internal sealed class GemmaRotaryEmbeddingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GemmaRotaryEmbedding|1||emb:U:float:;q:T:float16:;q_rot:T:float16:;k:T:float16:;k_rot:T:float16:|output1:T:float16:;output2:T:float16:|
        """;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(1), c.Shape(1));
        c.Set(1, c.Type(1), c.Shape(3));
    }
}
