using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Generation;

/// <summary>NGramRepeatBlock: scores without the tokens that would repeat some in a row.</summary>
[Defines("NGramRepeatBlock", Domains.Microsoft)]
internal sealed class NGramRepeatBlockOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|NGramRepeatBlock|1||input_ids:Tid:int64:;scores:T:float:|scores_out:T:float:|ngram_size:int!
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(1), c.Shape(1));
}

/// <summary>NGramHashMapping: hashes of some tokens in a row.</summary>
[Defines("NGramHashMapping", Domains.Microsoft)]
internal sealed class NGramHashMappingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|NGramHashMapping|1||input_ids:M:int32/int64:;multipliers:M:int32/int64:;vocab_sizes:M:int32/int64:;past_ids:M:int32/int64:?;head_offsets:M:int32/int64:?;eos_token_id:M:int32/int64:?;segment_ids::int32:?|hash_ids:M:int32/int64:;present_ids:M:int32/int64:?|max_ngram_size:int!;n_head_per_ngram:int!;pad_id:int!;reset_on_eos:int=0
        """;
}

/// <summary>VarlenNGramHashMapping: NGramHashMapping for sequences of different lengths.</summary>
[Defines("VarlenNGramHashMapping", Domains.Microsoft)]
internal sealed class VarlenNGramHashMappingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|VarlenNGramHashMapping|1||input_ids:M:int32/int64:;multipliers:M:int32/int64:;vocab_sizes:M:int32/int64:;cumulative_sequence_length:S:int32:;past_ids:M:int32/int64:?;head_offsets:M:int32/int64:?;eos_token_id:M:int32/int64:?;segment_ids::int32:?;past_segment_ids:S:int32:?;capture_count:S:int32:?|hash_ids:M:int32/int64:;present_ids:M:int32/int64:?;present_segment_ids:S:int32:?;state_update:M:int32/int64:?|max_ngram_size:int!;n_head_per_ngram:int!;pad_id:int!;reset_on_eos:int=0;state_update_capacity:int=0
        """;
}

/// <summary>BifurcationDetector: how far predicted tokens agree with computed ones.</summary>
[Defines("BifurcationDetector", Domains.Microsoft)]
internal sealed class BifurcationDetectorOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|BifurcationDetector|1||src_tokens:T:int64:;cur_tokens:T:int64:;prev_suffix_match_idx:T:int64:;pred_tokens:T:int64:?|tokens:T:int64:;suffix_match_idx:T:int64:|max_ngram_size:int=3;min_ngram_size:int=1
        """;
}
