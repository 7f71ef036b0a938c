using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Normalizations;

/// <summary>BiasDropout: Dropout of the data plus a bias, then a second tensor added.</summary>
[Defines("BiasDropout", Domains.Microsoft)]
internal sealed class BiasDropoutOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|BiasDropout|1||data:T:float16/float/double/bfloat16:;bias:T:float16/float/double/bfloat16:;residual:T:float16/float/double/bfloat16:?;ratio:T1:float16/float/double/bfloat16:?;training_mode:T2:bool:?|output:T:float16/float/double/bfloat16:;mask:T2:bool:?|seed:int
        """;

    public override OperatorTraits Traits => OperatorTraits.Random;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(1, ElementType.Bool, c.Shape(0));
    }
}

/// <summary>BitmaskDropout: Dropout with a bit for each element in its mask.</summary>
[Defines("BitmaskDropout", Domains.Microsoft)]
internal sealed class BitmaskDropoutOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BitmaskDropout|1||data:T:float16/float/double/bfloat16:;ratio:T1:float16/float/double/bfloat16:?;training_mode:T2:bool:?|output:T:float16/float/double/bfloat16:;mask:T3:uint32:?|seed:int
        """;

    public override OperatorTraits Traits => OperatorTraits.Random;
}

/// <summary>BitmaskBiasDropout: BiasDropout with a bit for each element in its mask.</summary>
[Defines("BitmaskBiasDropout", Domains.Microsoft)]
internal sealed class BitmaskBiasDropoutOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BitmaskBiasDropout|1||data:T:float16/float/double/bfloat16:;bias:T:float16/float/double/bfloat16:;residual:T:float16/float/double/bfloat16:?;ratio:T1:float16/float/double/bfloat16:?;training_mode:T2:bool:?|output:T:float16/float/double/bfloat16:;mask:T3:uint32:?|seed:int
        """;

    public override OperatorTraits Traits => OperatorTraits.Random;
}
