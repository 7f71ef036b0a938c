using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Normalizations;

/// <summary>EmbedLayerNormalization: sum of the embeddings of words, places and segments, normalized; ids [batch, sequence], tables [entries, hidden].</summary>
[Defines("EmbedLayerNormalization", Domains.Microsoft)]
internal sealed class EmbedLayerNormalizationOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|EmbedLayerNormalization|1||input_ids:T1:int32:;segment_ids:T1:int32:?;word_embedding:T:float16/float:;position_embedding:T:float16/float:;segment_embedding:T:float16/float:?;gamma:T:float16/float:;beta:T:float16/float:;mask:T1:int32:?;position_ids:T1:int32:?|output:T:float16/float:;mask_index:T1:int32:?;embedding_sum:T:float16/float:?|epsilon:float=1e-12;mask_index_type:int
        """;

    public override void Infer(InferenceCall c)
    {
        Shape? sum = Sum(c.Shape(0), c.Shape(2));
        c.Set(0, c.Type(2), sum);
        c.Set(1, ElementType.Int32, c.Shape(0) is { Rank: 2 } ids ? new Shape(ids[0]) : null);
        c.Set(2, c.Type(2), sum);
    }

    internal static Shape? Sum(Shape? ids, Shape? words) => ids is { Rank: 2 } ? new Shape(ids[0], ids[1], words is { Rank: 2 } ? words[1] : Dimension.Unknown) : null;
}

/// <summary>QEmbedLayerNormalization: EmbedLayerNormalization with quantized tables.</summary>
[Defines("QEmbedLayerNormalization", Domains.Microsoft)]
internal sealed class QEmbedLayerNormalizationOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QEmbedLayerNormalization|1||input_ids:T1:int32:;segment_ids:T1:int32:?;word_embedding_quant:T2:uint8/int8:;position_embedding_quant:T2:uint8/int8:;segment_embedding:T2:uint8/int8:?;gamma_quant:T2:uint8/int8:;beta_quant:T2:uint8/int8:;mask:T1:int32:?;word_embedding_scale:T:float:;position_embedding_scale:T:float:;segment_embedding_scale:T:float:?;gamma_scale:T:float:;beta_scale:T:float:;word_embedding_zero_point:T2:uint8/int8:;position_embedding_zero_point:T2:uint8/int8:;segment_embedding_zero_point:T2:uint8/int8:?;gamma_zero_point:T2:uint8/int8:;beta_zero_point:T2:uint8/int8:|layernorm_out:T:float:;mask_index_out:T1:int32:|epsilon:float=1e-12
        """;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, ElementType.Float, EmbedLayerNormalizationOperator.Sum(c.Shape(0), c.Shape(2)));
        c.Set(1, ElementType.Int32, c.Shape(0) is { Rank: 2 } ids ? new Shape(ids[0]) : null);
    }
}
