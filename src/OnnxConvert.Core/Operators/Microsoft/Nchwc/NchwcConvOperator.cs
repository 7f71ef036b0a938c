using OnnxConvert.Operators.Convolutions;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Nchwc;

/// <summary>Conv of channels in blocks, with a tensor added and an activation; the weights count filled up channels.</summary>
[Defines("Conv", Domains.MicrosoftNchwc)]
internal sealed class NchwcConvOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|Conv|1||X:T:float:;W:T:float:;B:T:float:?;Sum:T:float:?|Y:T:float:|activation:string;activation_params:floats;auto_pad:string=NOTSET;dilations:ints;group:int=1;kernel_shape:ints;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), ConvolutionShape.Of(c, 1));
}
