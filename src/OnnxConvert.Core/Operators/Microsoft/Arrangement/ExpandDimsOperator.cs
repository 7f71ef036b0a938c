using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>ExpandDims: with one more dimension of size 1.</summary>
[Defines("ExpandDims", Domains.Microsoft)]
internal sealed class ExpandDimsOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|ExpandDims|1||X:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:;axis::int32:|Y:T:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        int? axis = c.Constant(1) is [var given] ? c.Axis(given, x.Rank + 1) : null;
        c.Set(0, c.Type(0), axis is { } at ? new Shape([.. x.Take(at), 1, .. x.Skip(at)]) : Dims.OfRank(x.Rank + 1));
    }
}
