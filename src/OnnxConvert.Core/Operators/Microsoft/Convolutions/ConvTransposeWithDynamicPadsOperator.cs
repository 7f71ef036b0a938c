using OnnxConvert.Ir;
using OnnxConvert.Operators.Convolutions;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Convolutions;

/// <summary>ConvTransposeWithDynamicPads: ConvTranspose whose pads are an input.</summary>
[Defines("ConvTransposeWithDynamicPads", Domains.Microsoft)]
internal sealed class ConvTransposeWithDynamicPadsOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|ConvTransposeWithDynamicPads|1||X:T:float16/float/double:;W:T:float16/float/double:;Pads::int64:?;B:T:float16/float/double:?|Y:T:float16/float/double:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;output_padding:ints;strides:ints
        """;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { Rank: > 2 } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        int axes = x.Rank - 2;
        Shape? w = c.Shape(1);
        long[]? pads = c.String("auto_pad", "NOTSET") != "NOTSET" ? null : c.Has(2) ? c.Constant(2) : new long[2 * axes];
        var windows = new Windows(c, axes);
        long[] outputPadding = Windows.Values(c, "output_padding", axes, 0);
        Dimension[] result = [.. Dims.OfRank(x.Rank)];
        result[0] = x[0];
        result[1] = w is { Rank: > 1 } ? Dims.Multiply(w[1], c.Int("group", 1)) : Dimension.Unknown;
        for (int i = 0; i < axes && pads?.Length == 2 * axes; i++)
            result[i + 2] = Dims.Add(windows.Transposed(i, x[i + 2], ConvolutionShape.Kernel(c, w, i + 2), outputPadding[i]), -(pads[i] + pads[i + axes]));
        c.Set(0, c.Type(0), new Shape(result));
    }
}
