using OnnxConvert.Operators.Arrangement;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QLinearConcat: quantized tensors joined along an axis and quantized alike; after the result's parameters each tensor comes with scale and zero point.</summary>
[Defines("QLinearConcat", Domains.Microsoft)]
internal sealed class QLinearConcatOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearConcat|1||Y_scale:TF:float:;Y_zero_point:T8:uint8/int8:;inputs:TV:float/uint8/int8:~1|Y:T8:uint8/int8:|axis:int!
        """;

    public override void Infer(InferenceCall c)
    {
        int[] tensors = [.. Enumerable.Range(0, Math.Max(c.InputCount - 2, 0) / 3).Select(i => 2 + (3 * i))];
        c.Set(0, c.Type(1), ConcatOperator.Joined(c, tensors, c.Int("axis", 0)));
    }
}
