using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The elements of a matrix that a mask keeps, as a sparse matrix: those of a row moved together.</summary>
internal static class SparseRows
{
    /// <param name="emit">The emitter; opset 11 or higher.</param>
    /// <param name="elements">The matrix (rows, columns).</param>
    /// <param name="kept">Bools of the same sizes.</param>
    /// <returns>The row of each element and its place among those that are left of it, the elements, and the number of those in the longest row (1).</returns>
    internal static (Value Rows, Value Places, Value Elements, Value Longest) Of(Emitter emit, Value elements, Value kept)
    {
        Value counted = emit.Cast(kept, ElementType.Int64);
        Value before = emit.CumSum(counted, emit.Const(1L), exclusive: true, reverse: false);
        Value found = emit.Transpose(emit.NonZero(kept), 1, 0);
        Value rows = emit.Squeeze(emit.Slice(found, [0], [1], [1]), 1);
        Value counts = emit.Reduce("ReduceSum", counted, [1], keepDims: false);
        Value longest = emit.Reduce("ReduceMax", emit.Concat([emit.Ints(0), counts], 0), [0], keepDims: true);
        return (rows, emit.Node("GatherND", [before, found]), emit.Node("GatherND", [elements, found]), longest);
    }
}
