using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HASHTABLE_FIND → ai.onnx.ml LabelEncoder with the table's contents.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTableFind, Restrictions = "the default must be constant")]
internal sealed class HashTableFindHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        HashTable table = op.Handle(0) as HashTable ?? throw op.NotSupported("its first input must come from HASHTABLE", op.Input(0));
        TensorData otherwise = op.Constant(2) is { ElementCount: 1 } data ? data : throw op.NotSupported("the default must be one constant", op.Input(2));
        if (table.Count == 0)
        {
            op.RawResult(0, op.Emit.Expand(op.Emit.Const(otherwise.Reshape()), op.Emit.Shape(op.Raw(1))));
            return;
        }

        if (op.InputType(1) != table.Keys.ElementType || otherwise.ElementType != table.Values.ElementType)
            throw op.NotSupported($"looks {op.InputType(1).DisplayName()} up in a table of {table.Keys.ElementType.DisplayName()} to {table.Values.ElementType.DisplayName()}", op.Input(1));
        op.RawResult(0, op.Emit.LabelEncoder(op.Raw(1), table.Keys, table.Values, otherwise));
    }
}
