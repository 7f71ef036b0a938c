using OnnxConvert.Ir;
using OnnxConvert.Operators.Convolutions;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Convolutions;

/// <summary>FusedConv: Conv with a tensor added and an activation.</summary>
[Defines("FusedConv", Domains.Microsoft)]
internal sealed class FusedConvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|FusedConv|1||X:T:float16/float/double:;W:T:float16/float/double:;B:T:float16/float/double:?;Z:T:float16/float/double:?|Y:T:float16/float/double:|activation:string;activation_params:floats;auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), ConvolutionShape.Of(c, 1));
}

/// <summary>NhwcFusedConv: FusedConv of data with the channels last; the weights are those of Conv.</summary>
[Defines("NhwcFusedConv", Domains.Microsoft)]
internal sealed class NhwcFusedConvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|NhwcFusedConv|1||X:T:float16/float:;W:T:float16/float:;B:T:float16/float:?;Z:T:float16/float:?|Y:T:float16/float:|activation:string;activation_params:floats;auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), ChannelsLast.ToLast(ConvolutionShape.Of(c, ChannelsLast.ToFirst(c.Shape(0)), c.Shape(1))));
}

/// <summary>NhwcConv: Conv of data with the channels last. The order of the weights is left open, but that of their first dimension, the channels that come out.</summary>
[Defines("NhwcConv", Domains.Microsoft)]
internal sealed class NhwcConvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|NhwcConv|1||X:T:float16/float/double:;W:T:float16/float/double:;B:T:float16/float/double:?|Y:T:float16/float/double:|auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c)
    {
        Shape? weights = c.Shape(1) is { Rank: > 0 } w ? new Shape([w[0], .. Dims.OfRank(w.Rank - 1)]) : null;
        c.Set(0, c.Type(0), ChannelsLast.ToLast(ConvolutionShape.Of(c, ChannelsLast.ToFirst(c.Shape(0)), weights)));
    }
}
