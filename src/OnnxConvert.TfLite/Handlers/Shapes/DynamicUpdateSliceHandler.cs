using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DYNAMIC_UPDATE_SLICE → ScatterND: a tensor with a box of it replaced. Inputs tensor, update, start; the start is moved so that the box fits.</summary>
/// <remarks>ScatterND: 11. One row of indices for each vector along the trailing dimensions that the update covers whole.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.DynamicUpdateSlice, MinOpset = 11, Restrictions = "the sizes of both tensors must be known")]
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
        Value places = op.Emit.Add(op.Emit.Const(Grid(op, box.AsSpan(0, indexed))), start);
        op.StoredResult(0, op.Emit.ScatterND(op.Stored(0, 0, 1), places, op.Stored(1, 0, 1)), 0, 1);
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
