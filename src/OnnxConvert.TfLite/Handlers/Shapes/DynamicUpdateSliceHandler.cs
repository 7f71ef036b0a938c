using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DYNAMIC_UPDATE_SLICE → ScatterND, below opset 11 Where: a tensor with a box of it replaced. Inputs tensor, update, start; the start is moved so that the box fits.</summary>
/// <remarks>ScatterND: 11. One row of indices for each vector along the trailing dimensions that the update covers whole.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.DynamicUpdateSlice, Restrictions = "the sizes of both tensors must be known")]
internal sealed class DynamicUpdateSliceHandler : IOpHandler
{
    public void Convert(OpContext op) => Update(op, () => op.Emit.Cast(op.Declared(2), ElementType.Int64));

    /// <summary>Replaces a box of the first input by the second.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="givenStart">Writes the place of the box's first element, a rank 1 int64 value; asked for where it matters.</param>
    internal static void Update(OpContext op, Func<Value> givenStart)
    {
        long[] sizes = op.Sizes(0) ?? throw op.NotSupported("the sizes must be known", op.Input(0));
        long[] box = op.Sizes(1) ?? throw op.NotSupported("the sizes must be known", op.Input(1));
        int indexed = sizes.Length;
        while (indexed > 0 && sizes[indexed - 1] == box[indexed - 1])
            indexed--;
        if (indexed == 0)
        {
            op.StoredResult(0, op.Stored(1, 0, 1), 0, 1);
            return;
        }

        Value start = givenStart();
        if (indexed < sizes.Length)
            start = op.Emit.Slice(start, [0], [indexed], [0]);
        Value last = op.Emit.Ints([.. sizes.Take(indexed).Zip(box, (size, part) => size - part)]);
        start = op.Emit.Min(op.Emit.Max(start, op.Emit.Const(0L)), last);
        if (op.Opset < 11)
        {
            op.StoredResult(0, Select(op.Emit, op.Stored(0, 0, 1), op.Stored(1, 0, 1), start, sizes, box.AsSpan(0, indexed)), 0, 1);
            return;
        }

        Value places = op.Emit.Add(op.Emit.Const(Grid(op, box.AsSpan(0, indexed))), start);
        op.StoredResult(0, op.Emit.ScatterND(op.Stored(0, 0, 1), places, op.Stored(1, 0, 1)), 0, 1);
    }

    /// <summary>Each element from the box where it lies inside, else from the tensor.</summary>
    private static Value Select(Emitter emit, Value tensor, Value update, Value start, long[] sizes, ReadOnlySpan<long> box)
    {
        Value? inside = null;
        for (int axis = 0; axis < box.Length; axis++)
        {
            Value places = emit.Sub(emit.Indices(emit.Ints(sizes[axis])), emit.Slice(start, [axis], [axis + 1], [0]));
            Value within = emit.Min(emit.Max(places, emit.Const(0L)), emit.Const(box[axis] - 1));
            update = emit.Gather(update, within, axis);
            Value isInside = emit.Unsqueeze(emit.Compare("Equal", places, within), [.. Enumerable.Range(1, sizes.Length - 1 - axis).Select(behind => (long)behind)]);
            inside = inside is null ? isInside : emit.Node("And", [inside, isInside]);
        }

        return emit.Where(inside!, update, tensor);
    }

    /// <summary>The index of each element of a box: (sizes..., rank).</summary>
    private static TensorData Grid(OpContext op, ReadOnlySpan<long> sizes)
    {
        long count = 1;
        foreach (long size in sizes)
            count = checked(count * size);
        var indices = new long[op.TableLength(count * sizes.Length, "the table of indices")];
        for (long i = 0; i < count; i++)
        {
            long rest = i;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                indices[(i * sizes.Length) + axis] = rest % sizes[axis];
                rest /= sizes[axis];
            }
        }

        return TensorData.Create<long>(indices, [.. sizes, sizes.Length]);
    }
}
