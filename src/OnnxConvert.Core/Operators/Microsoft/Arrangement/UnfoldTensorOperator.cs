using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>UnfoldTensor: all slices of a size along a dimension, at steps, each along a new last dimension.</summary>
[Defines("UnfoldTensor", Domains.Microsoft)]
internal sealed class UnfoldTensorOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|UnfoldTensor|1||input:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|output:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|dim:int=-1;size:int!;step:int=1
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c)
    {
        Shape? shape = null;
        if (c.Shape(0) is { Rank: > 0 } x)
        {
            int axis = c.Axis(c.Int("dim", -1), x.Rank);
            long size = c.Int("size", -1);
            long step = c.Int("step", 1);
            Dimension count = x[axis].Size is { } whole && size >= 0 && size <= whole && step > 0 ? ((whole - size) / step) + 1 : Dimension.Unknown;
            shape = new Shape([.. x.With(axis, count), Dims.Of(size)]);
        }

        c.Set(0, c.Type(0), shape);
    }
}
