namespace OnnxConvert.Operators.Microsoft.Activations;

/// <summary>FastGelu: Gelu by tanh of the data plus a bias for its last dimension, which may be left out.</summary>
[Defines("FastGelu", Domains.Microsoft)]
internal sealed class FastGeluOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|FastGelu|1||X:T:float16/float/double/bfloat16:;bias:T:float16/float/double/bfloat16:?|Y:T:float16/float/double/bfloat16:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}

/// <summary>BiasGelu: Gelu of the data plus a bias for its last dimension.</summary>
[Defines("BiasGelu", Domains.Microsoft)]
internal sealed class BiasGeluOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BiasGelu|1||A:T:float16/float/double/bfloat16:;B:T:float16/float/double/bfloat16:|C:T:float16/float/double/bfloat16:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}

/// <summary>BiasAdd: the data, a bias for its last dimension and a second tensor, added.</summary>
[Defines("BiasAdd", Domains.Microsoft)]
internal sealed class BiasAddOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BiasAdd|1||X:T:float16/float:;bias:T:float16/float:;skip:T:float16/float:|Y:T:float16/float:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;
}

/// <summary>BiasSoftmax: Softmax of the data plus a bias.</summary>
[Defines("BiasSoftmax", Domains.Microsoft)]
internal sealed class BiasSoftmaxOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|BiasSoftmax|1||data:T:float16/float/double:;bias:T:float16/float/double:|output:T:float16/float/double:|axis:int=1;is_inner_broadcast:int!
        """;
}

/// <summary>ScaledSiLU: x * sigmoid(alpha * x), scaled.</summary>
[Defines("ScaledSiLU", Domains.Microsoft)]
internal sealed class ScaledSiLUOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|ScaledSiLU|1||X:T:float16/float/bfloat16:;scale:M:float16/float/bfloat16:?|Y:T:float16/float/bfloat16:|alpha:float=1
        """;
}

/// <summary>GatedAdd: a sum that a gate weighs.</summary>
[Defines("GatedAdd", Domains.Microsoft)]
internal sealed class GatedAddOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatedAdd|1||X:T:float16/float/bfloat16:;Y:T:float16/float/bfloat16:;gate:T:float16/float/bfloat16:|output:T:float16/float/bfloat16:|
        """;
}
