using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HASHTABLE_IMPORT → nothing: the contents go into the nodes that look something up.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTableImport, Restrictions = "keys and values must be constant, strings to int64 or int64 to strings")]
internal sealed class HashTableImportHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        HashTable table = op.Handle(0) as HashTable ?? throw op.NotSupported("its first input must come from HASHTABLE", op.Input(0));
        if (op.Constant(1) is not { } keys || op.Constant(2) is not { } values)
            throw op.NotSupported("keys and values must be constant", op.Input(op.Constant(1) is null ? 1 : 2));
        bool isKnown = (keys.ElementType, values.ElementType) is (ElementType.String, ElementType.Int64) or (ElementType.Int64, ElementType.String);
        if (!isKnown || keys.ElementCount != values.ElementCount)
            throw op.NotSupported($"maps {keys.Type} to {values.Type}; as many strings as int64 are needed", op.Input(1));
        table.Import(keys, values);
    }
}
