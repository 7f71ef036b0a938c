using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>MaxUnpool: what MaxPool found, back at its places.</summary>
[Defines("MaxUnpool")]
internal sealed class MaxUnpoolOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = null;
        if (c.Has(2))
        {
            shape = c.Elements(2) is { } sizes ? new Shape(sizes.Select(s => s.ToDimension())) : null;
        }
        else if (c.Shape(0) is { Rank: > 2 } x)
        {
            var windows = new Windows(c, x.Rank - 2);
            long[] kernel = Windows.Values(c, "kernel_shape", x.Rank - 2, 1);
            shape = new Shape(x.Select((d, i) => i < 2 ? d : windows.Transposed(i - 2, d, kernel[i - 2], 0)));
        }

        c.Set(0, c.Type(0), shape);
    }
}
