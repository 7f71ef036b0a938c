using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HASHTABLE_FIND → ai.onnx.ml LabelEncoder with the table's contents; with a computed default, it gives places in the table, and Where the default.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTableFind)]
internal sealed class HashTableFindHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        HashTable table = op.Handle(0) as HashTable ?? throw op.NotSupported("its first input must come from HASHTABLE", op.Input(0));
        if (table.Count == 0)
        {
            op.RawResult(0, op.Emit.Expand(op.Emit.Reshape(op.Raw(2)), op.Emit.Shape(op.Raw(1))));
            return;
        }

        if (op.InputType(1) != table.Keys.ElementType || op.InputType(2) != table.Values.ElementType)
            throw op.NotSupported($"looks {op.InputType(1).DisplayName()} up in a table of {table.Keys.ElementType.DisplayName()} to {table.Values.ElementType.DisplayName()}", op.Input(1));
        op.RawResult(0, op.Constant(2) is { ElementCount: 1 } otherwise
            ? op.Emit.LabelEncoder(op.Raw(1), table.Keys, table.Values, otherwise)
            : FindOrDefault(op, table));
    }

    private static Value FindOrDefault(OpContext op, HashTable table)
    {
        Emitter emit = op.Emit;
        TensorData places = TensorData.Vector<long>([.. Enumerable.Range(0, (int)table.Count).Select(place => (long)place)]);
        Value place = emit.LabelEncoder(op.Raw(1), table.Keys, places, TensorData.Scalar(-1L));
        Value found = emit.Gather(emit.Const(table.Values), emit.Max(place, emit.Const(0L)), 0);
        return emit.Where(emit.Compare("GreaterOrEqual", place, emit.Const(0L)), found, emit.Reshape(op.Raw(2)));
    }
}
