using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>Range: ONNX's; the step is 1 where it is left out.</summary>
[Defines("Range", Domains.Microsoft)]
internal sealed class RangeOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Range|1||start:T:float/double/int16/int32/int64:;limit:T:float/double/int16/int32/int64:;delta:T:float/double/int16/int32/int64:?|Y:T:float/double/int16/int32/int64:|
        """;

    public override void Infer(InferenceCall c)
    {
        double? step = !c.Has(2) ? 1 : c.ConstantNumbers(2) is [var delta] ? delta : null;
        Dimension count = c.ConstantNumbers(0) is [var start] && c.ConstantNumbers(1) is [var limit] && step is { } by
            ? Generators.RangeOperator.Count(start, limit, by)
            : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(count));
    }
}
