namespace OnnxConvert.Operators.Microsoft;

/// <summary>IsAllFinite: whether no element of any tensor is infinite or no number.</summary>
[Defines("IsAllFinite", Domains.Microsoft)]
internal sealed class IsAllFiniteOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|IsAllFinite|1||input:V:float16/float/double/bfloat16:*1|output:T:bool:|isinf_only:int=0;isnan_only:int=0
        """;
}
