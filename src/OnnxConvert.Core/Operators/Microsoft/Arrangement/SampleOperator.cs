namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>SampleOp: what goes in.</summary>
[Defines("SampleOp", Domains.Microsoft)]
internal sealed class SampleOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|SampleOp|1||X:T:float16/float/double/uint32/uint64/int32/int64:|Y:T:float16/float/double/uint32/uint64/int32/int64:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}
