using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The discrete Fourier transform over the last dimensions → DFT for each of them; before opset 17 MatMul with the transform's
/// matrices. Of real numbers one half of the last dimension is kept, and the other half is made again of it on the way back.
/// </summary>
/// <param name="dimensions">The number of dimensions that are transformed.</param>
/// <param name="isInverse">Whether spectra become signals.</param>
/// <param name="isReal">Whether the signals are real; the sizes of the transform are the second input then, to which the first one is cut or padded with zeros.</param>
internal abstract class FlexFourierHandler(int dimensions, bool isInverse, bool isReal) : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        if (rank < dimensions)
            throw op.NotSupported($"transforms {dimensions} dimensions of a tensor of rank {rank}", op.Input(0));
        Value x = isReal && !isInverse ? ComplexOf(op.Emit, op.Real(0), rank) : op.Complex(0);
        int last = rank - 1;
        for (int axis = rank - dimensions; axis < rank; axis++)
        {
            // The half of a spectrum is that of the last dimension, which comes last on the way back.
            bool isHalf = isReal && isInverse && axis == last;
            if (isReal)
                x = Fit(op.Emit, x, axis, isHalf ? HalfLength(op, axis) : Length(op, axis));
            if (isHalf)
                x = Whole(op, x, axis);
            x = FourierTransform.Along(op, x, axis, isInverse);
        }

        if (isReal && isInverse)
            op.Result(0, op.Emit.RealPart(x, rank));
        else
            op.ComplexResult(0, isReal ? Cut(op.Emit, x, last, HalfLength(op, last)) : x);
    }

    private static Value ComplexOf(Emitter emit, Value x, int rank)
    {
        var ends = new long[rank + 1];
        ends[rank] = 1;
        return emit.Pad(emit.Unsqueeze(x, rank), new long[rank + 1], ends);
    }

    private static Value Cut(Emitter emit, Value x, int axis, Value length) => emit.Slice(x, emit.Ints(0), length, emit.Ints(axis));

    /// <summary>Cuts or pads with zeros to a length.</summary>
    private static Value Fit(Emitter emit, Value x, int axis, Value length)
    {
        var ends = new long[x.Shape!.Rank];
        if (x.Shape[axis].Size is not { } size || emit.Contents(length) is not { } known)
        {
            Value missing = emit.Max(emit.Sub(length, emit.Size(x, axis)), emit.Const(0L));
            Value behind = emit.Ints(new long[ends.Length - 1 - axis]);
            return Cut(emit, emit.Pad(x, emit.Concat([emit.Ints(new long[ends.Length + axis]), missing, behind], 0)), axis, length);
        }

        long wanted = known.AsSpan<long>()[0];
        ends[axis] = Math.Max(wanted - size, 0);
        x = emit.Pad(x, new long[ends.Length], ends);
        return wanted < size ? Cut(emit, x, axis, length) : x;
    }

    /// <summary>The size of the transform along an axis: int64 (1).</summary>
    private Value Length(OpContext op, int axis) => Sizes(op, axis, size => size, size => size);

    /// <summary>The number of elements of a spectrum that are kept.</summary>
    private Value HalfLength(OpContext op, int axis) =>
        Sizes(op, axis, size => (size / 2) + 1, size => op.Emit.Add(op.Emit.Div(size, op.Emit.Const(2L)), op.Emit.Const(1L)));

    /// <summary>What follows from the size along an axis, which may be known.</summary>
    private Value Sizes(OpContext op, int axis, Func<long, long> ofKnown, Func<Value, Value> ofComputed)
    {
        int place = axis - (op.Rank(0) - dimensions);
        return op.ConstantInts(1) is { } sizes ? op.Emit.Ints(ofKnown(sizes[place])) : ofComputed(op.Emit.Slice(op.Indices(1), [place], [place + 1], [0]));
    }

    /// <summary>The whole spectrum of a real signal: behind the half come the conjugates of its elements, from the back, but for the first one and, of even lengths, the last one.</summary>
    private Value Whole(OpContext op, Value half, int axis)
    {
        Emitter emit = op.Emit;
        Value from = Sizes(op, axis, size => (size - 1) / 2, size => emit.Div(emit.Sub(size, emit.Const(1L)), emit.Const(2L)));
        Value mirrored = emit.Slice(half, from, emit.Ints(0), emit.Ints(axis), emit.Ints(-1));
        Value conjugated = emit.Mul(mirrored, emit.Cast(emit.Const(TensorData.Vector(1f, -1f)), half.ElementType));
        return emit.Concat([half, conjugated], axis);
    }
}
