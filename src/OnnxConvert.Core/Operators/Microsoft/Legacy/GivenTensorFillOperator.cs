namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>GivenTensorFill: a tensor of given values; up to opset 9.</summary>
[Defines("GivenTensorFill")]
internal sealed class GivenTensorFillOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |GivenTensorFill|1||shape:T:float16/float/double:?|X:T:float16/float/double:|extra_shape:ints;input_as_shape:int;shape:ints;values:floats
        |GivenTensorFill|10|deprecated|||
        """;
}
