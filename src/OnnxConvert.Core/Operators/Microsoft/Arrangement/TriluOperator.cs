namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>Trilu: ONNX's.</summary>
[Defines("Trilu", Domains.Microsoft)]
internal sealed class TriluOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|Trilu|1||X:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool:;k::int64:?|Y:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool:|upper:int=1
        """;
}
