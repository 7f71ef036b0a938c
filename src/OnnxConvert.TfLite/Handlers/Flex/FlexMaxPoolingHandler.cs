using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The largest element of each window.</summary>
/// <param name="rank">The rank of the input.</param>
internal abstract class FlexMaxPoolingHandler(int rank) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value y = op.Emit.MaxPool(op.ToChannelsFirst(op.Declared(0), rank), op.PoolWindow(rank));
        op.DeclaredResult(0, op.FromChannelsFirst(y, rank));
    }
}
