using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Pooling;

namespace OnnxConvert.Operators.Microsoft.Convolutions;

/// <summary>MaxpoolWithMask: MaxPool that leaves out what a mask says.</summary>
[Defines("MaxpoolWithMask", Domains.Microsoft)]
internal sealed class MaxpoolWithMaskOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MaxpoolWithMask|1||X:T:float:;M::int32:|Y:T:float:|auto_pad:string=NOTSET;kernel_shape:ints;pads:ints;storage_order:int=0;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), PoolOperator.Pooled(c, c.Shape(0)));
}
