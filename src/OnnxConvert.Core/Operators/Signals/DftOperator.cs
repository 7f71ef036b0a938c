using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Signals;

/// <summary>DFT: a discrete Fourier transform. The last dimension is 1 for real, 2 for complex numbers.</summary>
[Defines("DFT")]
internal sealed class DftOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Dft(c));

    private static Shape? Dft(InferenceCall c)
    {
        if (c.Shape(0) is not { Rank: >= 2 } x)
            return null;
        // Opset 17 has the axis as an attribute with default 1, opset 20 as an input with default -2.
        long? axis = c.Opset < 20 ? c.Int("axis", 1) : !c.Has(2) ? -2 : c.Constant(2) is [var given] ? given : null;
        if (axis is not { } number)
            return Dims.OfRank(x.Rank).With(x.Rank - 1, Dimension.Unknown);
        int at = c.Axis(number, x.Rank);
        bool isOneSided = c.Int("onesided", 0) != 0;
        bool isInverse = c.Int("inverse", 0) != 0;
        Dimension length = !c.Has(1) ? x[at] : c.Elements(1) is [var size] ? size.ToDimension() : Dimension.Unknown;
        if (isOneSided && !isInverse)
            length = Dims.Of((length.Size / 2) + 1);
        if (isOneSided && isInverse)
            return x.With(at, c.Has(1) ? length : Dimension.Unknown).With(x.Rank - 1, Dimension.Unknown);
        return x.With(at, length).With(x.Rank - 1, 2);
    }
}
