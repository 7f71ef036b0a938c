namespace OnnxConvert.Operators.Microsoft.Generation;

/// <summary>GreedySearch: the likeliest token, again and again.</summary>
[Defines("GreedySearch", Domains.Microsoft)]
internal sealed class GreedySearchOperator : SingleSearchOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|GreedySearch|1||input_ids:I:int32:;max_length:I:int32:;min_length:I:int32:?;repetition_penalty:T:float:?;vocab_mask:I:int32:?;prefix_vocab_mask:I:int32:?;attention_mask:I:int32:?|sequences:I:int32:|decoder:graph!;decoder_start_token_id:int=-1;encoder:graph;eos_token_id:int!;init_decoder:graph;model_type:int=0;no_repeat_ngram_size:int=0;pad_token_id:int!;vocab_size:int=-1
        """;
}

/// <summary>Sampling: tokens drawn by their likelihood.</summary>
[Defines("Sampling", Domains.Microsoft)]
internal sealed class SamplingOperator : SingleSearchOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|Sampling|1||input_ids:I:int32:;max_length:I:int32:;min_length:I:int32:?;repetition_penalty:T:float:?;vocab_mask:I:int32:?;prefix_vocab_mask:I:int32:?;attention_mask:I:int32:?;presence_mask:I:int32:?;seed:I:int32:?|sequences:I:int32:;filtered_logits:T:float:?|custom:int=0;decoder:graph!;decoder_start_token_id:int=-1;encoder:graph;eos_token_id:int!;filter_value:float=-1e+20;init_decoder:graph;min_tokens_to_keep:int=0;model_type:int=0;no_repeat_ngram_size:int=0;pad_token_id:int!;presence_penalty:float=0;temperature:float=1;top_p:float=0;vocab_size:int=-1
        """;

    public override OperatorTraits Traits => OperatorTraits.Random;
}

/// <summary>BeamSearch: the likeliest sequences among several that are followed.</summary>
[Defines("BeamSearch", Domains.Microsoft)]
internal sealed class BeamSearchOperator : BeamOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BeamSearch|1||input_ids:F:float16/float/int32:;max_length:I:int32:;min_length:I:int32:?;num_beams:I:int32:;num_return_sequences:I:int32:;length_penalty:T:float16/float:?;repetition_penalty:T:float16/float:?;vocab_mask:M:int32:?;prefix_vocab_mask:M:int32:?;attention_mask:I:int32:?;decoder_input_ids:I:int32:?;logits_processor:I:int32:?|sequences:I:int32:;sequences_scores:T:float16/float:?;scores:T:float16/float:?|decoder:graph!;decoder_start_token_id:int=-1;early_stopping:int=0;encoder:graph;eos_token_id:int!;init_decoder:graph;model_type:int=0;no_repeat_ngram_size:int=0;pad_token_id:int!;vocab_size:int=-1
        """;
}

/// <summary>WhisperBeamSearch: BeamSearch as Whisper does it.</summary>
[Defines("WhisperBeamSearch", Domains.Microsoft)]
internal sealed class WhisperBeamSearchOperator : BeamOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|WhisperBeamSearch|1||input_ids:F:float16/float/int32:;max_length:I:int32:;min_length:I:int32:?;num_beams:I:int32:;num_return_sequences:I:int32:;length_penalty:T:float16/float:?;repetition_penalty:T:float16/float:?;vocab_mask:M:int32:?;prefix_vocab_mask:M:int32:?;attention_mask:I:int32:?;decoder_input_ids:I:int32:?;logits_processor:I:int32:?;cross_qk_layer_head:I:int32:?;extra_decoding_ids:I:int32:?;temperature:T:float16/float:?|sequences:I:int32:;sequences_scores:T:float16/float:?;scores:T:float16/float:?;cross_qk:V:float:?;non_speech_probs:T:float16/float:?|beginning_timestamp_token_id:int;decoder:graph!;decoder_output_cross_qk:int;decoder_start_token_id:int=-1;early_stopping:int=0;encoder:graph;eos_token_id:int!;init_decoder:graph;model_type:int=2;no_repeat_ngram_size:int=0;no_speech_token_id:int;no_timestamps_token_id:int;pad_token_id:int!;start_of_lm_token_id:int;transcribe_token_id:int;translate_token_id:int;vocab_size:int=-1
        """;
}
