using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The discrete Fourier transform of length n as a matrix: <c>e^(-2πi · row · column / n)</c>.</summary>
internal static class FourierMatrix
{
    /// <summary>The real and the imaginary part of the first columns, row by row.</summary>
    /// <param name="length">The length of the transform, and the number of rows.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="columns">The number of columns.</param>
    internal static (double[] Cosines, double[] Sines) Of(int length, int count, int columns)
    {
        var cosines = new double[count];
        var sines = new double[count];
        for (int i = 0; i < count; i++)
        {
            // Reduced to one turn first, where the angle is exact.
            double turns = (double)((long)(i / columns) * (i % columns) % length) / length;
            cosines[i] = double.CosPi(2 * turns);
            sines[i] = -double.SinPi(2 * turns);
        }

        return (cosines, sines);
    }

    internal static Value Const(Emitter emit, double[] elements, int rows, int columns) =>
        emit.Const(TensorData.Create<float>([.. elements.Select(element => (float)element)], rows, columns), "dft");

    /// <summary>Cuts or pads the last two dimensions with zeros.</summary>
    internal static Value Fit(OpContext op, Value x, long height, long width)
    {
        int rank = op.Rank(0);
        long rows = op.Size(0, rank - 2);
        long columns = op.Size(0, rank - 1);
        if (rows > height || columns > width)
            x = op.Emit.Slice(x, [0, 0], [height, width], [rank - 2, rank - 1]);
        var ends = new long[rank];
        ends[rank - 2] = Math.Max(height - rows, 0);
        ends[rank - 1] = Math.Max(width - columns, 0);
        return op.Emit.Pad(x, new long[rank], ends);
    }
}
