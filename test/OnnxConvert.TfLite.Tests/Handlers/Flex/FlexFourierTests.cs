using System.Numerics;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Transforms by the definition, over any number of last dimensions.</summary>
internal sealed class FlexFourierTests
{
    private static readonly float[] Numbers = [1, -2, 3, 0.5f, 4, 2, -1, 7, 2.5f, -3, 1.5f, 6, 0, 1, -4, 2, 8, -0.5f, 3, 1, 2, -1, 5, 0.25f];

    [Test]
    public void Complex_numbers([Values("FFT", "FFT2D", "FFT3D", "IFFT", "IFFT2D", "IFFT3D")] string opType, [Values(13, 18, 20)] int opset)
    {
        long[] dims = [2, 2, 3];
        SourceBuilder source = FlexSource.Of(opType).Complex(Numbers, dims).Output(ElementType.Complex64);
        Complex[] x = [.. Numbers.Chunk(2).Select(pair => new Complex(pair[0], pair[1]))];
        Assert.That(source.Run<float>(opset), Is.EqualTo(Pairs(Transform(x, dims, Dimensions(opType), opType[0] == 'I'))).Within(1e-4));
    }

    [Test]
    public void A_vector([Values(13, 18)] int opset)
    {
        SourceBuilder source = FlexSource.Of("FFT").Complex(Numbers[..6], [3]).Output(ElementType.Complex64);
        Complex[] x = [.. Numbers[..6].Chunk(2).Select(pair => new Complex(pair[0], pair[1]))];
        Assert.That(source.Run<float>(opset), Is.EqualTo(Pairs(Transform(x, [3], 1, false))).Within(1e-4));
    }

    /// <summary>Lengths that are those of the input, cut it, and pad it.</summary>
    [Test]
    public void Real_numbers_and_back([Values("RFFT", "RFFT2D", "RFFT3D")] string opType, [Values(3, 2, 5)] int length, [Values(13, 18)] int opset) =>
        CheckReal(opType, length, opset, isComputed: false);

    [Test]
    public void Real_numbers_and_back_with_computed_lengths([Values("RFFT", "RFFT2D", "RFFT3D")] string opType, [Values(3, 4)] int length) =>
        CheckReal(opType, length, 18, isComputed: true);

    [Test]
    public void Parts_make_complex_numbers()
    {
        SourceBuilder source = FlexSource.Of("Complex").Input<float>([1, 2]).Input<float>([3], [1]).Output(ElementType.Complex64);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 3, 2, 3 }));
    }

    [TestCase("Sin")]
    [TestCase("Cos")]
    public void Circular_functions_of_complex_numbers(string opType)
    {
        Complex[] x = [new(0.5, 1.25), new(-2, 0.75)];
        Complex[] expected = [.. x.Select(z => opType == "Sin" ? Complex.Sin(z) : Complex.Cos(z))];
        Assert.That(FlexSource.Of(opType).Complex(Pairs(x), [2]).Output(ElementType.Complex64).Run<float>(), Is.EqualTo(Pairs(expected)).Within(1e-5));
    }

    [Test]
    public void A_conjugate_has_the_other_sign() =>
        Assert.That(FlexSource.Of("Conj").Complex([1, 2, 3, -4], [2]).Output(ElementType.Complex64).Run<float>(), Is.EqualTo(new float[] { 1, -2, 3, 4 }));

    private static void CheckReal(string opType, int length, int opset, bool isComputed)
    {
        int dimensions = Dimensions(opType);
        int[] lengths = [.. Enumerable.Repeat(length, dimensions)];
        long[] dims = [2, 2, 3];
        SourceBuilder forward = FlexSource.Of(opType).Input(Numbers[..12], dims);
        SourceBuilder source = (isComputed ? forward.Input(lengths) : forward.Constant(lengths)).Output(ElementType.Complex64);
        (Complex[] fitted, long[] sizes) = Fit([.. Numbers[..12].Select(x => new Complex(x, 0))], dims, lengths);
        Complex[] whole = Transform(fitted, sizes, dimensions, false);
        int half = (lengths[0] / 2) + 1;
        Complex[] kept = [.. whole.Chunk((int)sizes[^1]).SelectMany(row => row.Take(half))];
        Assert.That(source.Run<float>(opset), Is.EqualTo(Pairs(kept)).Within(1e-4));

        SourceBuilder backward = FlexSource.Of("I" + opType).Complex(Pairs(kept), [.. sizes[..^1], half]);
        source = (isComputed ? backward.Input(lengths) : backward.Constant(lengths)).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset), Is.EqualTo(fitted.Select(x => (float)x.Real)).Within(1e-4));
    }

    private static int Dimensions(string opType) => opType[^1] == 'D' ? opType[^2] - '0' : 1;

    private static float[] Pairs(IEnumerable<Complex> values) => [.. values.SelectMany(z => new[] { (float)z.Real, (float)z.Imaginary })];

    private static Complex[] Transform(Complex[] x, long[] dims, int dimensions, bool isInverse)
    {
        for (int axis = dims.Length - dimensions; axis < dims.Length; axis++)
        {
            int length = (int)dims[axis];
            int inner = (int)dims[(axis + 1)..].Aggregate(1L, (a, b) => a * b);
            var y = new Complex[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                int place = i / inner % length;
                int first = i - (place * inner);
                double turn = (isInverse ? 2 : -2) * Math.PI * place / length;
                for (int k = 0; k < length; k++)
                    y[i] += x[first + (k * inner)] * Complex.FromPolarCoordinates(1, turn * k) / (isInverse ? length : 1);
            }

            x = y;
        }

        return x;
    }

    private static (Complex[] X, long[] Dims) Fit(Complex[] x, long[] dims, int[] lengths)
    {
        long[] sizes = [.. dims[..^lengths.Length], .. lengths];
        var y = new Complex[sizes.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < y.Length; i++)
        {
            long rest = i;
            long place = 0;
            long stride = 1;
            bool isInside = true;
            for (int axis = dims.Length - 1; axis >= 0; axis--)
            {
                long at = rest % sizes[axis];
                rest /= sizes[axis];
                isInside &= at < dims[axis];
                place += at * stride;
                stride *= dims[axis];
            }

            y[i] = isInside ? x[place] : 0;
        }

        return (y, sizes);
    }
}
