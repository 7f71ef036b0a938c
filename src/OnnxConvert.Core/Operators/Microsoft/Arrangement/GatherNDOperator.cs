using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>GatherND: ONNX's, without batches.</summary>
[Defines("GatherND", Domains.Microsoft)]
internal sealed class GatherNDOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatherND|1||data:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:;indices:Tind:int32/int64:|output:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Selection.GatherNDOperator.GatherND(c));
}
