using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>GatherBlockQuantized: slices of a tensor that is quantized in blocks, as reals.</summary>
[Defines("GatherBlockQuantized", Domains.Microsoft)]
internal sealed class GatherBlockQuantizedOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GatherBlockQuantized|1||data:T1:uint8/float4e2m1/float8e4m3fn/float8e4m3fnuz/float8e5m2/float8e5m2fnuz/int4/uint4:;indices:Tind:int32/int64:;scales:T2:float16/float/bfloat16:;zero_points:T1:uint8/float4e2m1/float8e4m3fn/float8e4m3fnuz/float8e5m2/float8e5m2fnuz/int4/uint4:?|output:T2:float16/float/bfloat16:|bits:int=4;block_size:int=128;gather_axis:int=0;quantize_axis:int=1
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(2), Gather(c));

    private static Shape? Gather(InferenceCall c)
    {
        if (c.Shape(0) is not { Rank: > 0 } x || c.Shape(1) is not { } indices)
            return null;
        // Bytes may hold several elements each, along the last dimension.
        Shape data = c.Type(0) is ElementType.Int4 or ElementType.UInt4 ? x : x.With(x.Rank - 1, Dimension.Unknown);
        int axis = c.Axis(c.Int("gather_axis", 0), x.Rank);
        return new Shape([.. data.Take(axis), .. indices, .. data.Skip(axis + 1)]);
    }
}
