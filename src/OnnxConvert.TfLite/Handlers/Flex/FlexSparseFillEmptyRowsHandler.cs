using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's SparseFillEmptyRows: puts an element into each row of a sparse tensor that has none. Inputs indices (n, rank), values
/// (n), sizes, the element. Gives indices and values in the order of rows, which rows were empty, and where each element went.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseFillEmptyRows", MinOpset = 11)]
internal sealed class FlexSparseFillEmptyRowsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value indices = op.Indices(0);
        Value values = op.Declared(1);
        Value rowCount = emit.Slice(op.Indices(2), [0], [1], [0]);
        Value rows = emit.Slice(indices, [0], [1], [1]);
        Value ones = emit.Expand(emit.Ints(1), emit.Size(indices, 0));
        Value occupied = emit.ScatterND(emit.Zeros(rowCount, ElementType.Int64), rows, ones);
        Value isEmpty = emit.Compare("Equal", occupied, emit.Const(0L));

        // (empty, 1): the rows, each with the element in its first column.
        Value emptyRows = emit.Transpose(emit.NonZero(isEmpty), 1, 0);
        Value columns = emit.Sub(emit.Size(indices, 1), emit.Ints(1));
        Value added = emit.Pad(emptyRows, emit.Concat([emit.Ints(0, 0, 0), columns], 0));
        Value addedValues = emit.Expand(emit.Reshape(op.Declared(3), 1), emit.Size(emptyRows, 0));

        // Of equal elements TopK takes the first one first, so that the elements of a row keep their order.
        Value all = emit.Concat([indices, added], 0);
        Value keys = emit.Unary("Neg", emit.Squeeze(emit.Slice(all, [0], [1], [1]), 1));
        Value order = emit.TopK(keys, emit.Size(all, 0), 0).Indices;
        op.DeclaredResult(0, emit.Gather(all, order, 0));
        op.DeclaredResult(1, emit.Gather(emit.Concat([values, addedValues], 0), order, 0));
        op.DeclaredResult(2, isEmpty);
        Value numbers = emit.Indices(emit.Length(order, 0));
        Value wentTo = emit.ScatterND(emit.Zeros(emit.Shape(order), ElementType.Int64), emit.Unsqueeze(order, 1), numbers);
        op.DeclaredResult(3, emit.Slice(wentTo, emit.Ints(0), emit.Size(values, 0), emit.Ints(0)));
    }
}
