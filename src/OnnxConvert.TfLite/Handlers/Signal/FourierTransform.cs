using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The discrete Fourier transform of pairs along one axis.</summary>
internal static class FourierTransform
{
    /// <param name="op">The operator.</param>
    /// <param name="x">Complex numbers as pairs along the last dimension.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="isInverse">Whether back to signals, where the sum is divided by the length.</param>
    internal static Value Along(OpContext op, Value x, int axis, bool isInverse)
    {
        if (op.Opset < 17)
            return ByMatrix(op, x, axis, isInverse);
        Value length = op.Emit.Size(x, axis);
        // The operator takes the first dimension for a batch.
        return axis > 0
            ? op.Emit.Dft(x, length, axis, isOneSided: false, isInverse)
            : op.Emit.Squeeze(op.Emit.Dft(op.Emit.Unsqueeze(x, 0), length, 1, isOneSided: false, isInverse), 0);
    }

    private static Value ByMatrix(OpContext op, Value x, int axis, bool isInverse)
    {
        Emitter emit = op.Emit;
        if (x.Shape is not { } shape || shape[axis].Size is not { } size)
            throw op.NotSupported("the sizes of the transform must be known before opset 17", op.Input(0));
        int rank = shape.Rank - 1;
        int length = op.TableLength(size, "the transform");
        (double[] cosines, double[] sines) = FourierMatrix.Of(length, op.TableLength(size * size, "the transform's matrix"), length);
        if (isInverse)
            (cosines, sines) = ([.. cosines.Select(element => element / length)], [.. sines.Select(element => -element / length)]);
        int[] order = [.. Enumerable.Range(0, rank)];
        (order[axis], order[rank - 1]) = (order[rank - 1], order[axis]);
        Value real = emit.Transpose(emit.RealPart(x, rank), order);
        Value imaginary = emit.Transpose(emit.ImaginaryPart(x, rank), order);
        Value c = emit.Cast(FourierMatrix.Const(emit, cosines, length, length), x.ElementType);
        Value s = emit.Cast(FourierMatrix.Const(emit, sines, length, length), x.ElementType);
        return emit.Pairs(
            emit.Transpose(emit.Sub(emit.MatMul(real, c), emit.MatMul(imaginary, s)), order),
            emit.Transpose(emit.Add(emit.MatMul(real, s), emit.MatMul(imaginary, c)), order),
            rank);
    }
}
