using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// EMBEDDING_LOOKUP_SPARSE → Gather, Mul, ScatterND(add): rows of a table, times their weights, are added up at the places that
/// the leading indices name; MEAN divides by the sum of the weights there, SQRTN by the root of the sum of their squares.
/// Inputs row numbers (n), indices (n, r), sizes (r), weights (n), table (rows, ...).
/// </summary>
/// <remarks>TFLite expects rows for one place to follow each other. ScatterND: 11 → 16 (reduction); before, a sum over a mask is written.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.EmbeddingLookupSparse, Restrictions = "below opset 16 the sizes must be constant")]
internal sealed class EmbeddingLookupSparseHandler : IOpHandler
{
    private const int Sum = 0;
    private const int Mean = 1;

    public void Convert(OpContext op)
    {
        long leading = op.Size(1, 1) - 1;
        if (leading < 1)
            throw op.NotSupported("the indices must have two columns at least, of which all but the last name the place", op.Input(1));
        Emitter emit = op.Emit;
        int rank = op.Rank(4);
        Value weights = op.Real(3);
        Value rows = emit.Gather(op.Real(4), op.Declared(0), 0);
        Value places = emit.Slice(emit.Cast(op.Declared(1), ElementType.Int64), [0], [leading], [1]);
        Value sizes = op.ConstantInts(2) is { } known
            ? emit.Ints(known.AsSpan(0, (int)leading))
            : emit.Slice(emit.Cast(op.Declared(2), ElementType.Int64), [0], [leading], [0]);
        long[] trailing = [.. Enumerable.Range(1, rank - 1).Select(axis => (long)axis)];

        Value inner = emit.Slice(emit.Shape(op.Real(4)), [1], [rank], [0]);
        Value all = op.ConstantInts(2) is { } outer && op.Sizes(4) is { } table
            ? emit.Ints([.. outer.Take((int)leading), .. table.Skip(1)])
            : emit.Concat([sizes, inner], 0);
        Value sum = emit.ScatterND(emit.Zeros(all, ElementType.Float), places, emit.Mul(rows, emit.Unsqueeze(weights, trailing)), "add");
        if (op.Int("combiner") != Sum)
            sum = emit.Div(sum, emit.Unsqueeze(Divisor(op, sizes, places, weights), [.. trailing.Select(axis => axis + leading - 1)]));
        op.Result(0, sum);
    }

    /// <summary>What to divide by at each place; 1 where nothing was added.</summary>
    private static Value Divisor(OpContext op, Value sizes, Value places, Value weights)
    {
        Emitter emit = op.Emit;
        Value zeros = emit.Zeros(sizes, ElementType.Float);
        Value divisor = op.Int("combiner") == Mean
            ? emit.ScatterND(zeros, places, weights, "add")
            : emit.Unary("Sqrt", emit.ScatterND(zeros, places, emit.Mul(weights, weights), "add"));
        Value isEmpty = emit.ScatterND(
            emit.Cast(emit.Add(zeros, emit.Const(1f)), ElementType.Bool),
            places,
            emit.Expand(emit.Const(false), emit.Shape(weights)));
        return emit.Where(isEmpty, emit.Const(1f), divisor);
    }
}
