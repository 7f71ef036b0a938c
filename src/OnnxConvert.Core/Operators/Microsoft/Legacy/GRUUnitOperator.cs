namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>GRUUnit: one step of a GRU; up to opset 9.</summary>
[Defines("GRUUnit")]
internal sealed class GRUUnitOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |GRUUnit|1||hidden_prev:T:float16/float/double:;gates:T:float16/float/double:;seq_lengths:T:float16/float/double:;t:T:float16/float/double:|hidden:T:float16/float/double:|drop_states:int
        |GRUUnit|10|deprecated|||
        """;
}
