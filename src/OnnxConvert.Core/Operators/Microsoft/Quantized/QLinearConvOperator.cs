using OnnxConvert.Ir;
using OnnxConvert.Operators.Convolutions;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Microsoft.Convolutions;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QLinearConv: ONNX's, also of data with the channels last; the weights stay [M, C/group, kernel...].</summary>
[Defines("QLinearConv", Domains.Microsoft)]
internal sealed class QLinearConvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearConv|1||x:T1:uint8/int8:;x_scale::float:;x_zero_point:T1:uint8/int8:;w:T2:uint8/int8:;w_scale::float:;w_zero_point:T2:uint8/int8:;y_scale::float:;y_zero_point:T3:uint8/int8:;B:T4:int32:?|y:T3:uint8/int8:|auto_pad:string=NOTSET;channels_last:int=0;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c)
    {
        bool isLast = c.Int("channels_last", 0) != 0;
        Shape? y = ConvolutionShape.Of(c, isLast ? ChannelsLast.ToFirst(c.Shape(0)) : c.Shape(0), c.Shape(3));
        c.Set(0, c.Type(7), isLast ? ChannelsLast.ToLast(y) : y);
    }
}
