using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>The discrete Fourier transform along an axis; opset 17 or higher.</summary>
    /// <param name="x">(batch, ..., 1) for real or (batch, ..., 2) for complex numbers.</param>
    /// <param name="length">The length of the transform, an int64 value of one element; the axis is cut or padded with zeros to it.</param>
    /// <param name="axis">The axis, counted from the front; not the last one.</param>
    /// <param name="isOneSided">Whether the second half of the result, which for real numbers repeats the first, is left out.</param>
    /// <param name="isInverse">Whether it is the inverse transform, divided by the length.</param>
    public Value Dft(Value x, Value length, long axis, bool isOneSided, bool isInverse = false)
    {
        if (Opset < 17)
            throw new UnsupportedModelException("A Fourier transform needs opset 17 or higher.");
        Value count = Reshape(length);
        NodeAttribute[] attributes = [new("onesided", isOneSided ? 1L : 0L), .. isInverse ? [new NodeAttribute("inverse", 1L)] : (NodeAttribute[])[]];
        return Opset < 20
            ? Node("DFT", [x, count], [new NodeAttribute("axis", axis), .. attributes])
            : Node("DFT", [x, count, Const(axis)], attributes);
    }

    /// <summary>Complex numbers as pairs along a new last dimension, from their parts.</summary>
    public Value Pairs(Value real, Value imaginary, int rank) => Concat([Unsqueeze(real, rank), Unsqueeze(imaginary, rank)], rank);

    /// <summary>The real parts of pairs; <paramref name="rank"/> is that of the result.</summary>
    public Value RealPart(Value pairs, int rank) => Gather(pairs, Const(0L), rank);

    /// <summary>The imaginary parts of pairs; <paramref name="rank"/> is that of the result.</summary>
    public Value ImaginaryPart(Value pairs, int rank) => Gather(pairs, Const(1L), rank);
}
