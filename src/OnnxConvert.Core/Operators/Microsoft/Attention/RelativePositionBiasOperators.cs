using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>RelativePositionBias: what is added to scores by the distance of two places; table [buckets, heads].</summary>
[Defines("RelativePositionBias", Domains.Microsoft)]
internal sealed class RelativePositionBiasOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|RelativePositionBias|1||bias_table:T:float16/float:;query_length:U:int64:;key_length:U:int64:|output:T:float16/float:|is_bidirectional:int=0;max_distance:int!
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), new Shape(
        1,
        c.Shape(0) is { Rank: 2 } table ? table[1] : Dimension.Unknown,
        c.Constant(1) is [var queries] ? Dims.Of(queries) : Dimension.Unknown,
        c.Constant(2) is [var keys] ? Dims.Of(keys) : Dimension.Unknown));
}

/// <summary>GatedRelativePositionBias: a bias by distance, weighed by gates of the queries.</summary>
[Defines("GatedRelativePositionBias", Domains.Microsoft)]
internal sealed class GatedRelativePositionBiasOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatedRelativePositionBias|1||query_layer:T:float16/float:;query_bias:T:float16/float:;rel_pos:T:float16/float:;weight:T:float16/float:;bias:T:float16/float:;eco_a:T:float16/float:;token_offset:M:int32:?|output:T:float16/float:|num_heads:int!
        """;
}
