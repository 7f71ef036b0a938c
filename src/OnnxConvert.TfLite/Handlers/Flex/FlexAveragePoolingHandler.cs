using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The mean of each window over the elements that are not padding.</summary>
/// <param name="rank">The rank of the input.</param>
internal abstract class FlexAveragePoolingHandler(int rank) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value y = op.Emit.AveragePool(op.ToChannelsFirst(op.Real(0), rank), op.PoolWindow(rank));
        op.Result(0, op.FromChannelsFirst(y, rank));
    }
}
