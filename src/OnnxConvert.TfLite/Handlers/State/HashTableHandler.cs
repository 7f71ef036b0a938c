using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HASHTABLE → nothing: which table is meant is known at conversion.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTable)]
internal sealed class HashTableHandler : IOpHandler
{
    public void Convert(OpContext op) => op.SetHandle(0, op.Shared((typeof(HashTable), op.Int("table_id")), () => new HashTable()));
}
