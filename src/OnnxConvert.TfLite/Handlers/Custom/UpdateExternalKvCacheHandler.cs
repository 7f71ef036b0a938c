using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// odml.update_external_kv_cache → ScatterND for keys and for values. Inputs caches (1, L, N, H), positions (S) int32, rows
/// (1, S, N, H); outputs the caches with the rows at their positions.
/// </summary>
/// <remarks>
/// Positions rise; at the first that falls the kernel stops, so that callers with fewer rows fill up with zeros. Rows from there on
/// are written once more where the last one before went, which leaves the cache as it is.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "odml.update_external_kv_cache", MinOpset = 11)]
internal sealed class UpdateExternalKvCacheHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value positions = emit.Cast(op.Declared(2), ElementType.Int64);
        Value last = Last(emit, positions);
        Value indices = emit.Unsqueeze(emit.Gather(positions, last, 0), 1);
        for (int i = 0; i < 2; i++)
        {
            Value rows = emit.Gather(emit.Squeeze(op.Real(3 + i), 0), last, 0);
            op.Result(i, emit.Unsqueeze(emit.ScatterND(emit.Squeeze(op.Real(i), 0), indices, rows), 0));
        }
    }

    /// <summary>For each row the number of the row to write: its own, or that of the last one before positions fell.</summary>
    private static Value Last(Emitter emit, Value positions)
    {
        Value before = emit.Slice(emit.Concat([emit.Ints(-1), positions], 0), [0], [-1], [0]);
        Value falls = emit.Cast(emit.Compare("Less", positions, before), ElementType.Int64);
        Value isPast = emit.Compare("Greater", emit.CumSum(falls, emit.Const(0L), exclusive: false, reverse: false), emit.Const(0L));
        Value counts = emit.Sub(emit.Const(1L), emit.Cast(isPast, ElementType.Int64));
        return emit.Sub(emit.CumSum(counts, emit.Const(0L), exclusive: false, reverse: false), emit.Const(1L));
    }
}
