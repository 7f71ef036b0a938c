using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>Sums and products of two quantized tensors, quantized; the inputs are A, B and C's parameters, each tensor with scale and zero point.</summary>
internal abstract class QLinearBinaryOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Dims.Broadcast(c, c.Shape(0), c.Shape(3)));

    private protected override string OwnSchemas => $"""
        com.microsoft|{Name}|1||A:T:uint8/int8:;A_scale::float:;A_zero_point:T:uint8/int8:?;B:T:uint8/int8:;B_scale::float:;B_zero_point:T:uint8/int8:?;C_scale::float:;C_zero_point:T:uint8/int8:?|C:T:uint8/int8:|
        """;
}

/// <summary>QLinearAdd: the quantized sum.</summary>
[Defines("QLinearAdd", Domains.Microsoft)]
internal sealed class QLinearAddOperator : QLinearBinaryOperator;

/// <summary>QLinearMul: the quantized product.</summary>
[Defines("QLinearMul", Domains.Microsoft)]
internal sealed class QLinearMulOperator : QLinearBinaryOperator;
