using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HASHTABLE_SIZE → a constant: the number of different keys.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTableSize)]
internal sealed class HashTableSizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        HashTable table = op.Handle(0) as HashTable ?? throw op.NotSupported("its input must come from HASHTABLE", op.Input(0));
        op.RawResult(0, op.Emit.Ints(table.Count));
    }
}
