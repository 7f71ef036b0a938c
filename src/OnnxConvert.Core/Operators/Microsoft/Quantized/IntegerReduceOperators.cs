using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Reductions;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>Reductions over the axes that an attribute names; without one, over all.</summary>
internal abstract class IntegerReduceOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = c.Shape(0) is { } x ? ReduceOperator.Remove(c, x, c.Ints("axes")?.ToArray() ?? [], c.Int("keepdims", 1) != 0) : null;
        c.Set(0, ResultType(c.Type(0)), shape);
    }

    private protected abstract ElementType ResultType(ElementType data);
}

/// <summary>QLinearReduceMean: the quantized mean of a quantized tensor over some axes.</summary>
[Defines("QLinearReduceMean", Domains.Microsoft)]
internal sealed class QLinearReduceMeanOperator : IntegerReduceOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearReduceMean|1||data:T:uint8/int8:;data_scale::float:;data_zero_point:T:uint8/int8:?;reduced_scale::float:;reduced_zero_point:T:uint8/int8:?|reduced:T:uint8/int8:|axes:ints!;keepdims:int!
        """;

    private protected override ElementType ResultType(ElementType data) => data;
}

/// <summary>ReduceSumInteger: sums of 8-bit integers over some axes, in 32 bits of the same kind.</summary>
[Defines("ReduceSumInteger", Domains.Microsoft)]
internal sealed class ReduceSumIntegerOperator : IntegerReduceOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|ReduceSumInteger|1||data:T1:uint8/int8:|reduced:T2:uint32/int32:|axes:ints!;keepdims:int!
        """;

    private protected override ElementType ResultType(ElementType data) => data switch
    {
        ElementType.Int8 => ElementType.Int32,
        ElementType.UInt8 => ElementType.UInt32,
        _ => ElementType.Undefined,
    };
}
