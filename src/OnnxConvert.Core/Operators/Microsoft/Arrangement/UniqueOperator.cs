using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>Unique: the different elements of a list in the order of their first places, the index of each element among them, and how often each is there.</summary>
[Defines("Unique", Domains.Microsoft)]
internal sealed class UniqueOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Unique|1||x:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|y:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:;idx::int64:;counts::int64:|
        """;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), Dims.OfRank(1));
        c.Set(1, ElementType.Int64, c.Shape(0));
        c.Set(2, ElementType.Int64, Dims.OfRank(1));
    }
}
