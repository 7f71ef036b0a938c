using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Normalizations;

/// <summary>GroupNorm: by mean and variance of groups of channels, which stand last, with an activation.</summary>
[Defines("GroupNorm", Domains.Microsoft)]
internal sealed class GroupNormOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|GroupNorm|1||X:T:float16/float:;gamma:M:float16/float:;beta:M:float16/float:|Y:T:float16/float:|activation:int!;channels_last:int=1;epsilon:float=1e-05;groups:int!
        """;
}

/// <summary>SkipGroupNorm: GroupNorm of a sum, which is the second output.</summary>
[Defines("SkipGroupNorm", Domains.Microsoft)]
internal sealed class SkipGroupNormOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|SkipGroupNorm|1||X:T:float16/float:;gamma:M:float16/float:;beta:M:float16/float:;skip:T:float16/float:;bias:T:float16/float:?|Y:T:float16/float:;S:T:float16/float:?|activation:int!;channels_last:int=1;epsilon:float=1e-05;groups:int!
        """;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(1, c.Type(0), c.Shape(0));
    }
}

/// <summary>GatedRMSNorm: RMS normalization times an activated gate.</summary>
[Defines("GatedRMSNorm", Domains.Microsoft)]
internal sealed class GatedRMSNormOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatedRMSNorm|1||X:T:float16/float/bfloat16:;scale:T:float16/float/bfloat16:;gate:T:float16/float/bfloat16:|Y:T:float16/float/bfloat16:|activation:string=silu;epsilon:float=1e-05
        """;
}

/// <summary>BranchwiseRMSNorm: RMS normalization of each branch.</summary>
[Defines("BranchwiseRMSNorm", Domains.Microsoft)]
internal sealed class BranchwiseRMSNormOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|BranchwiseRMSNorm|1||X:T:float16/float/bfloat16:;scale:M:float16/float/bfloat16:?|Y:T:float16/float/bfloat16:|epsilon:float=1e-05;num_branches:int=0
        """;
}
