using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Microsoft.Convolutions;

namespace OnnxConvert.Operators.Microsoft.Nchwc;

/// <summary>ReorderInput: channels into blocks, the last one filled up with zeros. How large a block is depends on the machine: 16 at most, and a power of 2.</summary>
[Defines("ReorderInput", Domains.MicrosoftNchwc)]
internal sealed class ReorderInputOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|ReorderInput|1||X:T:float:|Y:T:float:|channels_last:int=0
        """;

    private const long LargestBlock = 16;

    public override void Infer(InferenceCall c)
    {
        Shape? x = c.Int("channels_last", 0) != 0 ? ChannelsLast.ToFirst(c.Shape(0)) : c.Shape(0);
        c.Set(0, c.Type(0), x is { Rank: > 1 } ? x.With(1, x[1].Size % LargestBlock == 0 ? x[1] : Dimension.Unknown) : null);
    }
}

/// <summary>ReorderOutput: channels out of their blocks, as many as an attribute says.</summary>
[Defines("ReorderOutput", Domains.MicrosoftNchwc)]
internal sealed class ReorderOutputOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|ReorderOutput|1||X:T:float:|Y:T:float:|channels:int=0;channels_last:int=0
        """;

    public override void Infer(InferenceCall c)
    {
        Shape? y = c.Shape(0) is { Rank: > 1 } x ? x.With(1, c.Int("channels", 0) is > 0 and var channels ? channels : Dimension.Unknown) : null;
        c.Set(0, c.Type(0), c.Int("channels_last", 0) != 0 ? ChannelsLast.ToLast(y) : y);
    }
}
