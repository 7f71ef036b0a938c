using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>Pooling over windows of the spatial dimensions of [N, C, spatial...].</summary>
[Defines("MaxPool"), Defines("AveragePool"), Defines("LpPool")]
internal sealed class PoolOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = Pooled(c, c.Shape(0));
        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }

    /// <summary>The shape of what is pooled from a tensor [N, C, spatial...].</summary>
    internal static Shape? Pooled(InferenceCall c, Shape? x)
    {
        if (x is not { Rank: > 2 })
            return null;
        var windows = new Windows(c, x.Rank - 2);
        long[] kernel = Windows.Values(c, "kernel_shape", x.Rank - 2, 1);
        bool isCeil = c.Int("ceil_mode", 0) != 0;
        Dimension[] result = [.. x];
        for (int i = 2; i < result.Length; i++)
            result[i] = windows.Output(c, i - 2, x[i], kernel[i - 2], isCeil);
        return new Shape(result);
    }
}
