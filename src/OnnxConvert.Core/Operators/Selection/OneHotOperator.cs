using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>OneHot: for each index a vector with one element on, along a new axis.</summary>
[Defines("OneHot")]
internal sealed class OneHotOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } indices)
        {
            c.Set(0, c.Type(2), null);
            return;
        }

        int axis = c.Axis(c.Int("axis", -1), indices.Rank + 1);
        Dimension depth = c.ConstantNumbers(1) is [var number] ? Dims.Of((long)number) : Dimension.Unknown;
        c.Set(0, c.Type(2), new Shape([.. indices.Take(axis), depth, .. indices.Skip(axis)]));
    }
}
