using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Convolutions;

/// <summary>Shapes with the channels as last dimension, [N, spatial..., C], for rules that are written for [N, C, spatial...].</summary>
internal static class ChannelsLast
{
    /// <summary>The shape with the last dimension as second one.</summary>
    public static Shape? ToFirst(Shape? shape) => shape is { Rank: > 2 } x ? new Shape([x[0], x[x.Rank - 1], .. x.Skip(1).Take(x.Rank - 2)]) : shape;

    /// <summary>The shape with the second dimension as last one.</summary>
    public static Shape? ToLast(Shape? shape) => shape is { Rank: > 2 } x ? new Shape([x[0], .. x.Skip(2), x[1]]) : shape;
}
