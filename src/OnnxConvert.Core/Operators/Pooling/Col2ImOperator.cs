using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>Col2Im: blocks of columns put together to images, overlaps added.</summary>
[Defines("Col2Im")]
internal sealed class Col2ImOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { Rank: 3 } x || c.Elements(1) is not { } image)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        long? block = c.Constant(2)?.Aggregate(1L, (a, b) => a * b);
        Dimension channels = x[1].Size is { } size && block is > 0 ? size / block.Value : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape([x[0], channels, .. image.Select(s => s.ToDimension())]));
    }
}
