using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A list (<see cref="TensorList"/>) of a number of items → Pad: the given ones from an index on, and zeros before and behind. Inputs stacked items, number.</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.ListOfItems, MinOpset = 11)]
internal sealed class ListOfItemsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value items = op.Declared(0);
        if (items.Shape is not { Rank: > 0 and var rank })
            throw op.NotSupported("the rank of the items must be known", op.Input(0));
        long start = op.Int("start");
        Value set = emit.Add(emit.Size(items, 0), emit.Const(start));
        Value behind = emit.Max(emit.Sub(emit.Reshape(op.Indices(1), 1), set), emit.Const(0L));
        Value others = emit.Ints(new long[rank - 1]);
        op.RawResult(0, emit.Pad(items, emit.Concat([emit.Ints(start), others, behind, others], 0)));
    }
}
