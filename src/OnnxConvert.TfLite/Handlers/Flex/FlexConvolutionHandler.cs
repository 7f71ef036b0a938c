using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A convolution. Input (N, spatial..., C) or, with data_format NC…, (N, C, spatial...); filter (kernel..., C/group, O).</summary>
/// <param name="rank">The rank of the input.</param>
internal abstract class FlexConvolutionHandler(int rank) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.ToChannelsFirst(op.Real(0), rank);
        // Channels last, but for the filter's own order: (kernel..., C, O) → (O, C, kernel...).
        Value w = op.Emit.Transpose(op.Real(1), [rank - 1, rank - 2, .. Enumerable.Range(0, rank - 2)]);
        long[]? sizes = op.Shape(1) is { } shape && shape.Rank == rank && shape.Take(rank - 2).All(size => size.Size is not null)
            ? [.. shape.Take(rank - 2).Select(size => size.Size!.Value)]
            : null;
        ImmutableArray<long> kernel = sizes is null ? default : [.. sizes];
        long group = x.Shape?[1].Size is { } channels && w.Shape?[1].Size is > 0 and { } perGroup ? channels / perGroup : 1;
        op.Result(0, op.FromChannelsFirst(op.Emit.Conv(x, w, null, op.FlexWindow(kernel, rank), group), rank));
    }
}
