using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Pooling;

namespace OnnxConvert.Operators.Microsoft.Nchwc;

/// <summary>MaxPool of channels in blocks.</summary>
[Defines("MaxPool", Domains.MicrosoftNchwc)]
internal sealed class NchwcMaxPoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|MaxPool|1||X:T:float:|Y:T:float:|auto_pad:string=NOTSET;ceil_mode:int=0;dilations:ints;kernel_shape:ints!;pads:ints;storage_order:int=0;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), PoolOperator.Pooled(c, c.Shape(0)));
}

/// <summary>AveragePool of channels in blocks.</summary>
[Defines("AveragePool", Domains.MicrosoftNchwc)]
internal sealed class NchwcAveragePoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|AveragePool|1||X:T:float:|Y:T:float:|auto_pad:string=NOTSET;ceil_mode:int=0;count_include_pad:int=0;dilations:ints;kernel_shape:ints!;pads:ints;strides:ints
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), PoolOperator.Pooled(c, c.Shape(0)));
}

/// <summary>GlobalMaxPool of channels in blocks.</summary>
[Defines("GlobalMaxPool", Domains.MicrosoftNchwc)]
internal sealed class NchwcGlobalMaxPoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|GlobalMaxPool|1||X:T:float:|Y:T:float:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), GlobalPoolOperator.Pooled(c.Shape(0)));
}

/// <summary>GlobalAveragePool of channels in blocks.</summary>
[Defines("GlobalAveragePool", Domains.MicrosoftNchwc)]
internal sealed class NchwcGlobalAveragePoolOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|GlobalAveragePool|1||X:T:float:|Y:T:float:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), GlobalPoolOperator.Pooled(c.Shape(0)));
}
