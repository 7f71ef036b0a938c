using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>Crop: images [N, C, H, W] without borders at left, top, right and bottom, or cut to a height and width behind the first two; up to opset 9.</summary>
[Defines("Crop")]
internal sealed class CropOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |Crop|1||input:T:float16/float/double:|output:T:float16/float/double:|border:ints;scale:ints
        |Crop|10|deprecated|||
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c)
    {
        Shape? shape = null;
        if (c.Shape(0) is { Rank: 4 } x)
        {
            (Dimension height, Dimension width) = c.Ints("scale") is [var h, var w] ? (Dims.Of(h), Dims.Of(w))
                : c.Ints("border") is [var left, var top, var right, var bottom] ? (Dims.Add(x[2], -(top + bottom)), Dims.Add(x[3], -(left + right)))
                : default;
            shape = new Shape(x[0], x[1], height, width);
        }

        c.Set(0, c.Type(0), shape);
    }
}
