using OnnxConvert.Ir;
using OnnxConvert.TfLite.Handlers;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Functions of int16, as TFLite 2.3 computes them.</summary>
internal sealed class Int16FunctionTests
{
    private static readonly QuantizationParameters Unit = new(1 / 32768f, 0);

    /// <summary>Recorded from the operator cases tanh__003 and logistic__001.</summary>
    [TestCase(TfLiteOps.Tanh, 1e-4f, new short[] { -12640, 10915, 21209, -1272, -32768, 32767 }, new short[] { -27923, 26129, 31838, -4146, -32675, 32675 })]
    [TestCase(TfLiteOps.Logistic, 1 / 4096f, new short[] { 11294, -363, -29977, 16389, -32768, 32767 }, new short[] { 30814, 15655, 25, 32182, 11, 32756 })]
    public void Sigmoids_by_the_kernels_tables(string opType, float scale, short[] x, short[] expected)
    {
        SourceBuilder source = new SourceBuilder(opType).Input(x, quantization: new(scale, 0)).Output(ElementType.Int16, Unit);
        Assert.That(source.Run<short>(), Is.EqualTo(expected));
    }

    /// <summary>Recorded from the case gelu__005 of rare.zip.</summary>
    [Test]
    public void Gelu_by_erf_is_the_kernels_table()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Gelu)
            .Input<short>([1929, 3092, 6727, -3375, -12188, -6532, 257], quantization: new(0.0003f, 0)).Output(ElementType.Int16, new(0.0002f, 0));
        Assert.That(source.Run<short>(), Is.EqualTo(new short[] { 2078, 3816, 9869, -789, -3, -244, 204 }));
    }

    [TestCase(-3, 1.9999779095030015)]
    [TestCase(0, 1)]
    [TestCase(0.5, 0.4795001221869535)]
    [TestCase(1.99, 0.004888586800383003)]
    [TestCase(2, 0.004677734981047266)]
    [TestCase(5, 1.5374597944280349e-12)]
    [TestCase(40, 0)]
    public void Complement_of_the_error_function(double x, double expected) =>
        Assert.That(ErrorFunction.Complement(x), Is.EqualTo(expected).Within(1e-12 * expected));

    /// <summary>Where the input is 0 or below there is no logarithm or root: the lowest and the highest number.</summary>
    [TestCase(TfLiteOps.Log, short.MinValue)]
    [TestCase(TfLiteOps.Rsqrt, short.MaxValue)]
    public void Numbers_without_a_result(string opType, short expected)
    {
        SourceBuilder source = new SourceBuilder(opType).Input<short>([-32768, -1280], quantization: new(0.001f, 0)).Output(ElementType.Int16, new(0.001f, 0));
        Assert.That(source.Run<short>(), Is.All.EqualTo(expected));
    }

    [Test]
    public void A_table_is_near_the_function()
    {
        short[] x = [-30000, -5000, 0, 77, 12345, 32767];
        SourceBuilder source = new SourceBuilder(TfLiteOps.Exp).Input(x, quantization: new(1e-4f, 0)).Output(ElementType.Int16, new(0.001f, 0));
        Assert.That(source.Run<short>(), Is.EqualTo(x.Select(q => Math.Round(Math.Exp(q * 1e-4) / 0.001))).Within(3));
    }
}
