using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Convolutions;

/// <summary>ConvTranspose: the gradient of a convolution; weights [C, M/group, kernel...].</summary>
[Defines("ConvTranspose")]
internal sealed class ConvTransposeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        ConvolutionShape.CheckRank(c, x);
        Shape? w = c.Shape(1);
        int axes = x.Rank - 2;
        var windows = new Windows(c, axes);
        long[] outputPadding = Windows.Values(c, "output_padding", axes, 0);
        // The attribute may name the spatial sizes only, or all.
        long[]? sizes = c.Ints("output_shape") is { Length: > 0 } given ? [.. given.Skip(given.Length - axes)] : null;
        var result = new Dimension[x.Rank];
        result[0] = x[0];
        result[1] = w is null ? Dimension.Unknown : Dims.Multiply(w[1], c.Int("group", 1));
        for (int i = 2; i < result.Length; i++)
            result[i] = sizes is not null ? Dims.Of(sizes[i - 2]) : windows.Transposed(i - 2, x[i], ConvolutionShape.Kernel(c, w, i), outputPadding[i - 2]);
        c.Set(0, c.Type(0), new Shape(result));
    }
}
