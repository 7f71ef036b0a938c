using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// HASHTABLE_LOOKUP → Equal, ArgMax, Gather, Where: the row of a table whose key is equal, or zeros, and whether there was one.
/// Inputs what to look up (n), different keys (k), rows (k, ...).
/// </summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HashTableLookup)]
internal sealed class HashTableLookupHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value equal = emit.Compare("Equal", emit.Unsqueeze(op.Declared(0), 1), emit.Unsqueeze(op.Declared(1), 0));
        Value ones = emit.Cast(equal, ElementType.Int32);
        Value isHit = emit.Cast(emit.Reduce("ReduceMax", ones, [1], keepDims: false), ElementType.Bool);
        Value rows = emit.Gather(op.Declared(2), emit.ArgReduce("ArgMax", ones, 1), 0);
        long[] trailing = [.. Enumerable.Range(1, op.Rank(2) - 1).Select(axis => (long)axis)];
        op.DeclaredResult(0, emit.Where(emit.Unsqueeze(isHit, trailing), rows, Nothing(emit, op.InputType(2))));
        op.RawResult(1, emit.Cast(isHit, op.OutputType(1)));
    }

    private static Value Nothing(Emitter emit, ElementType type) => type == ElementType.String
        ? emit.Const(TensorData.FromStrings([], [ReadOnlyMemory<byte>.Empty]))
        : emit.Const(0, type);
}
