namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QLinearSigmoid: the quantized sigmoid of a quantized tensor.</summary>
[Defines("QLinearSigmoid", Domains.Microsoft)]
internal sealed class QLinearSigmoidOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearSigmoid|1||X:T:uint8/int8:;X_scale::float:;X_zero_point:T:uint8/int8:?;Y_scale::float:;Y_zero_point:T:uint8/int8:?|Y:T:uint8/int8:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}

/// <summary>QLinearLeakyRelu: the quantized LeakyRelu of a quantized tensor.</summary>
[Defines("QLinearLeakyRelu", Domains.Microsoft)]
internal sealed class QLinearLeakyReluOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearLeakyRelu|1||X:T:uint8/int8:;X_scale::float:;X_zero_point:T:uint8/int8:?;Y_scale::float:;Y_zero_point:T:uint8/int8:?|Y:T:uint8/int8:|alpha:float=0.01
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}

/// <summary>QLinearSoftmax: the quantized Softmax of a quantized tensor, by the definition of the opset that an attribute names.</summary>
[Defines("QLinearSoftmax", Domains.Microsoft)]
internal sealed class QLinearSoftmaxOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearSoftmax|1||X:T:uint8/int8:;X_scale::float:;x_zero_point:T:uint8/int8:?;y_scale::float:;y_zero_point:T:uint8/int8:|Y:T:uint8/int8:|axis:int=-1;opset:int!
        """;
}
