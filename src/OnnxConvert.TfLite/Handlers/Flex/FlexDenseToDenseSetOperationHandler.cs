using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's DenseToDenseSetOperation: the union, the intersection or the difference of the rows of two tensors (d..., m) and (d..., n),
/// taken as sets. Gives a sparse tensor: the index of each element, the elements in rising order, sizes.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDenseToDenseSetOperation", MinOpset = 11, Restrictions = "matrices of numbers")]
internal sealed class FlexDenseToDenseSetOperationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        if (op.InputType(0) == ElementType.String || op.Rank(0) != 2)
            throw op.NotSupported("takes matrices of numbers", op.Input(0));
        Value a = op.Indices(0);
        Value b = op.Indices(1);
        (Value elements, Value kept) = op.Text("set_operation") switch
        {
            "a-b" => Sorted(emit, a, sorted => emit.Not(IsIn(emit, sorted, b))),
            "b-a" => Sorted(emit, b, sorted => emit.Not(IsIn(emit, sorted, a))),
            "intersection" => Sorted(emit, a, sorted => IsIn(emit, sorted, b)),
            "union" => Sorted(emit, emit.Concat([a, b], 1), null),
            var other => throw op.NotSupported($"the set operation is '{other}'; a-b, b-a, intersection and union are defined"),
        };

        (Value rows, Value places, Value found, Value longest) = SparseRows.Of(emit, elements, kept);
        op.DeclaredResult(0, emit.Concat([emit.Unsqueeze(rows, 1), emit.Unsqueeze(places, 1)], 1));
        op.DeclaredResult(1, emit.Cast(found, op.OutputType(1)));
        op.DeclaredResult(2, emit.Concat([emit.Size(a, 0), longest], 0));
    }

    /// <summary>The elements of each row in rising order, and which of them are the first of their kind and fulfil a condition.</summary>
    private static (Value Elements, Value Kept) Sorted(Emitter emit, Value sets, Func<Value, Value>? condition)
    {
        // TopK gives the largest first.
        Value sorted = emit.Unary("Neg", emit.TopK(emit.Unary("Neg", sets), emit.Size(sets, 1), 1).Values);
        Value differs = emit.Not(emit.Compare("Equal", emit.Slice(sorted, [1], [long.MaxValue], [1]), emit.Slice(sorted, [0], [-1], [1])));
        Value isFirst = emit.Cast(emit.Pad(emit.Cast(differs, ElementType.Int32), [0, 1], [0, 0], emit.Const(1)), ElementType.Bool);
        return (sorted, condition is null ? isFirst : emit.And(isFirst, condition(sorted)));
    }

    /// <summary>Whether each element of a row is among those of the same row of another matrix.</summary>
    private static Value IsIn(Emitter emit, Value elements, Value others)
    {
        Value equal = emit.Compare("Equal", emit.Unsqueeze(elements, 2), emit.Unsqueeze(others, 1));
        return emit.Cast(emit.Reduce("ReduceMax", emit.Cast(equal, ElementType.Int32), [2], keepDims: false), ElementType.Bool);
    }
}
