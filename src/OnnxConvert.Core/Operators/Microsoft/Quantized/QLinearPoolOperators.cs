using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Microsoft.Convolutions;
using OnnxConvert.Operators.Pooling;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QLinearAveragePool: AveragePool of a quantized tensor, quantized, also with the channels last.</summary>
[Defines("QLinearAveragePool", Domains.Microsoft)]
internal sealed class QLinearAveragePoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearAveragePool|1||X:T:uint8/int8:;x_scale::float:;x_zero_point:T:uint8/int8:?;y_scale::float:;y_zero_point:T:uint8/int8:?|Y:T:uint8/int8:|auto_pad:string=NOTSET;ceil_mode:int=0;channels_last:int=0;count_include_pad:int=0;kernel_shape:ints!;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c)
    {
        bool isLast = c.Int("channels_last", 0) != 0;
        Shape? y = PoolOperator.Pooled(c, isLast ? ChannelsLast.ToFirst(c.Shape(0)) : c.Shape(0));
        c.Set(0, c.Type(0), isLast ? ChannelsLast.ToLast(y) : y);
    }
}

/// <summary>QLinearGlobalAveragePool: GlobalAveragePool of a quantized tensor, quantized, also with the channels last.</summary>
[Defines("QLinearGlobalAveragePool", Domains.Microsoft)]
internal sealed class QLinearGlobalAveragePoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QLinearGlobalAveragePool|1||X:T:uint8/int8:;x_scale::float:;x_zero_point:T:uint8/int8:;y_scale::float:;y_zero_point:T:uint8/int8:|Y:T:uint8/int8:|channels_last:int=0
        """;

    public override void Infer(InferenceCall c)
    {
        bool isLast = c.Int("channels_last", 0) != 0;
        Shape? y = GlobalPoolOperator.Pooled(isLast ? ChannelsLast.ToFirst(c.Shape(0)) : c.Shape(0));
        c.Set(0, c.Type(0), isLast ? ChannelsLast.ToLast(y) : y);
    }
}

/// <summary>NhwcMaxPool: MaxPool of 8-bit integers with the channels last.</summary>
[Defines("NhwcMaxPool", Domains.Microsoft)]
internal sealed class NhwcMaxPoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|NhwcMaxPool|1||x:T:uint8/int8:|y:T:uint8/int8:|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), ChannelsLast.ToLast(PoolOperator.Pooled(c, ChannelsLast.ToFirst(c.Shape(0)))));
}
