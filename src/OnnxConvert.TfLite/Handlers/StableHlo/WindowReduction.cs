using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Reductions of the windows that lie inside a tensor.</summary>
/// <param name="Window">The sizes of a window, one for each dimension of the tensor.</param>
/// <param name="Strides">The steps between windows.</param>
/// <param name="Dilations">The distances between the elements of a window.</param>
internal sealed record WindowReduction(long[] Window, long[] Strides, long[] Dilations)
{
    /// <summary>A pool where the windows are in one to three dimensions of a float tensor, else one dimension after the other.</summary>
    internal Value Reduce(OpContext op, Reducer reducer, Value x)
    {
        if (Window.Concat(Strides).Concat(Dilations).Any(number => number < 1))
            throw op.NotSupported("window sizes, strides and dilations must be at least 1");
        if (TryPool(op.Emit, reducer, x) is { } pooled)
            return pooled;
        for (int axis = 0; axis < Window.Length; axis++)
            x = ReduceAlong(op, reducer, x, axis);
        return x;
    }

    /// <summary>MaxPool, or AveragePool times the number of elements, with the first and the last dimension that have no windows as batch and channels.</summary>
    private Value? TryPool(Emitter emit, Reducer reducer, Value x)
    {
        int rank = Window.Length;
        int[] still = [.. Enumerable.Range(0, rank).Where(axis => Window[axis] == 1 && Strides[axis] == 1)];
        bool canPool = x.ElementType == ElementType.Float && rank is >= 3 and <= 5 && still.Length is >= 2 and var count && count < rank
            && Dilations.All(dilation => dilation == 1) && (reducer == Reducer.Largest || reducer == Reducer.Sum);
        if (!canPool)
            return null;
        int[] order = [still[0], still[^1], .. Enumerable.Range(0, rank).Where(axis => axis != still[0] && axis != still[^1])];
        int[] spatial = order[2..];
        var window = new Window([.. spatial.Select(axis => Window[axis])], [.. spatial.Select(axis => Strides[axis])], [.. spatial.Select(_ => 1L)], [.. new long[2 * spatial.Length]]);
        Value moved = emit.Transpose(x, order);
        Value y = reducer == Reducer.Largest
            ? emit.MaxPool(moved, window)
            : emit.Mul(emit.AveragePool(moved, window), emit.Const((float)window.Kernel.Aggregate(1.0, (product, size) => product * size)));
        return emit.Transpose(y, [.. Enumerable.Range(0, rank).Select(axis => Array.IndexOf(order, axis))]);
    }

    /// <summary>Gather of the elements of all windows along a new dimension, which is reduced.</summary>
    private Value ReduceAlong(OpContext op, Reducer reducer, Value x, int axis)
    {
        Emitter emit = op.Emit;
        if (Window[axis] == 1)
            return Strides[axis] == 1 ? x : emit.Slice(x, [0], [long.MaxValue], [axis], [Strides[axis]]);
        return emit.Reduce(reducer.Reduction, emit.Gather(x, Places(op, x, axis), axis), [axis + 1], keepDims: false);
    }

    /// <summary>The places of the elements of all windows along a dimension: (windows, elements).</summary>
    private Value Places(OpContext op, Value x, int axis)
    {
        Emitter emit = op.Emit;
        long[] offsets = [.. Enumerable.Range(0, op.TableLength(Window[axis], "the window")).Select(i => i * Dilations[axis])];
        long extent = offsets[^1] + 1;
        if (x.Shape?[axis].Size is not { } size)
        {
            Value windows = emit.Add(emit.Div(emit.Sub(emit.Squeeze(emit.Size(x, axis), 0), emit.Const(extent)), emit.Const(Strides[axis])), emit.Const(1L));
            Value numbers = emit.Node("Range", [emit.Const(0L), windows, emit.Const(1L)]);
            return emit.Add(emit.Unsqueeze(emit.Mul(numbers, emit.Const(Strides[axis])), 1), emit.Ints(offsets));
        }

        long count = size < extent ? 0 : ((size - extent) / Strides[axis]) + 1;
        var places = new long[op.TableLength(checked(count * offsets.Length), "the table of window elements")];
        for (int i = 0; i < places.Length; i++)
            places[i] = (i / offsets.Length * Strides[axis]) + offsets[i % offsets.Length];
        return emit.Const(TensorData.Create<long>(places, count, offsets.Length), "windows");
    }
}
