using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>DynamicSlice: Slice by inputs before ONNX had it; up to opset 9.</summary>
[Defines("DynamicSlice")]
internal sealed class DynamicSliceOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |DynamicSlice|1||data:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:;starts:Tind:int32/int64:;ends:Tind:int32/int64:;axes:Tind:int32/int64:?|output:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|
        |DynamicSlice|10|deprecated|||
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0) is { } x ? Dims.OfRank(x.Rank) : null);
}
