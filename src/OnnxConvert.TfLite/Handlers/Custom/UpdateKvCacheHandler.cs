using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// odml.update_kv_cache → ScatterND into a state of the model. Inputs positions (S) int64, keys and values (1, S, N, H) float; outputs
/// the caches of a layer behind the update, (1, kv_cache_max, N, H).
/// </summary>
/// <remarks>
/// The rows take the slots from the first position on. Where they reach beyond the cache, its content moves up by as many slots before, and
/// the position of slot 0, a state as well, rises by that.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "odml.update_kv_cache", MinOpset = 11, Restrictions = "batch size 1, known sizes")]
internal sealed class UpdateKvCacheHandler : IOpHandler
{
    private const int DefaultSlots = 2048;
    private const int MaxSlots = 1 << 20;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        FlexMap options = op.OptionMap();
        int slots = options.TryGetInt("kv_cache_max", out long max) && max > 0 ? op.RequireInt(options, "kv_cache_max", 1, MaxSlots) : DefaultSlots;
        long layer = options.TryGetInt("layer_index", out long index) && index > 0 ? index : 0;
        (long batch, long rows) = (op.Size(1, 0), op.Size(1, 1));
        if (batch != 1 || rows > slots)
            throw op.NotSupported($"takes at most {slots} rows in a batch of 1, not {rows} in a batch of {batch}", op.Input(1));

        var slot0 = ("kv_cache", layer);
        Value before = op.ReadState(slot0, $"kv_cache_{layer}_position", new TensorType(ElementType.Int64, Shape.Of(1)));
        Value first = emit.Slice(op.Declared(0), [0], [1], [0]);
        Value excess = emit.Sub(emit.Add(first, emit.Const(rows - slots)), before);
        Value shift = emit.Min(emit.Max(excess, emit.Const(0L)), emit.Const((long)slots));
        Value after = emit.Add(before, shift);
        op.WriteState(slot0, after);

        Value numbers = emit.Const(TensorData.Vector<long>([.. Enumerable.Range(0, slots).Select(slot => (long)slot)]));
        Value moved = emit.Add(numbers, shift);
        // What has no successor stays; it is mostly overwritten.
        Value source = emit.Where(emit.Compare("Less", moved, emit.Const((long)slots)), moved, numbers);
        Value target = emit.Unsqueeze(emit.Add(emit.Slice(numbers, [0], [rows], [0]), emit.Sub(first, after)), 1);
        for (int i = 0; i < 2; i++)
        {
            var key = (i == 0 ? "keys" : "values", layer);
            Value cache = op.ReadState(key, $"kv_cache_{layer}_{key.Item1}", new TensorType(ElementType.Float, Shape.Of(1, slots, op.Size(1, 2), op.Size(1, 3))));
            Value kept = emit.Gather(emit.Squeeze(cache, 0), source, 0);
            Value updated = emit.Unsqueeze(emit.ScatterND(kept, target, emit.Squeeze(op.Real(1 + i), 0)), 0);
            op.WriteState(key, updated);
            op.Result(i, updated);
        }
    }
}
