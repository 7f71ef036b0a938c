using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QLinearWhere: elements of one or the other of two quantized tensors, quantized anew.</summary>
[Defines("QLinearWhere", Domains.Microsoft)]
internal sealed class QLinearWhereOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearWhere|1||condition:B:bool:;X:T:uint8/int8:;x_scale:TF:float:;x_zero_point:T:uint8/int8:;Y:T:uint8/int8:;y_scale:TF:float:;y_zero_point:T:uint8/int8:;z_scale:TF:float:;z_zero_point:T:uint8/int8:|Z:T:uint8/int8:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(1), Dims.Broadcast(c, c.Shape(0), c.Shape(1), c.Shape(4)));
}
