using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Complex tensors are pairs along a last dimension: as graph inputs and outputs, too.</summary>
internal sealed class ComplexHandlerTests
{
    private static readonly float[] Signal = [1, -2, 3, 0.5f, 4, 2, -1, 7];

    [TestCase(TfLiteOps.Real, new[] { 3f, 5f })]
    [TestCase(TfLiteOps.Imag, new[] { -4f, 12f })]
    [TestCase(TfLiteOps.ComplexAbs, new[] { 5f, 13f })]
    public void Parts_and_length(string opType, float[] expected)
    {
        SourceBuilder source = new SourceBuilder(opType).Complex([3, -4, 5, 12], [2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(13), Is.EqualTo(expected));
        Assert.That(source.Run<float>(18), Is.EqualTo(expected));
    }

    [TestCase(new[] { 3e30f, -4e30f }, 5e30f)]
    [TestCase(new[] { 3e-30f, 4e-30f }, 5e-30f)]
    [TestCase(new[] { float.NegativeInfinity, 1f }, float.PositiveInfinity)]
    [TestCase(new[] { 0f, 0f }, 0f)]
    public void A_length_whose_square_is_no_float(float[] pair, float expected)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.ComplexAbs).Complex(pair, [1]).Output(ElementType.Float);
        Assert.That(source.Run<float>().Single(), Is.EqualTo(expected));
    }

    [Test]
    public void A_product_broadcasts()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Mul).Complex([1, 2, 0, 1], [2, 1]).Complex([3, -1], [1]).Output(ElementType.Complex64);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 5, 5, 1, 3 }));
    }

    [Test]
    public void A_cast_drops_and_adds_imaginary_parts()
    {
        Assert.That(new SourceBuilder(TfLiteOps.Cast).Complex([1.5f, 9], [1]).Output(ElementType.Int32).Run<int>(), Is.EqualTo(new[] { 1 }));
        Assert.That(new SourceBuilder(TfLiteOps.Cast).Input<int>([7, 8]).Output(ElementType.Complex64).Run<float>(), Is.EqualTo(new float[] { 7, 0, 8, 0 }));
    }

    [Test]
    public void An_operator_without_a_complex_form_is_refused()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Add).Complex([1, 2], [1]).Complex([3, 4], [1]).Output(ElementType.Complex64);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("complex"));
    }

    /// <summary>By the definition, with the tensor cut or padded to the sizes.</summary>
    [TestCase(2, 4, 13)]
    [TestCase(2, 4, 18)]
    [TestCase(2, 4, 20)]
    [TestCase(4, 2, 13)]
    [TestCase(4, 2, 18)]
    [TestCase(4, 1, 18)]
    [TestCase(1, 8, 18)]
    public void A_transform_of_two_dimensions(int height, int width, int opset)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rfft2D).Input(Signal, [2, 4]).Constant<int>([height, width]).Output(ElementType.Complex64);
        Assert.That(source.Run<float>(opset), Is.EqualTo(Transform(height, width)).Within(1e-5));
    }

    [Test]
    public void A_transform_of_computed_sizes()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rfft2D).Input(Signal, [2, 4]).Input<int>([4, 8]).Output(ElementType.Complex64);
        Assert.That(source.Run<float>(), Is.EqualTo(Transform(4, 8)).Within(1e-5));
    }

    private static float[] Transform(int height, int width)
    {
        var result = new List<float>();
        for (int k = 0; k < height; k++)
        {
            for (int l = 0; l <= width / 2; l++)
            {
                System.Numerics.Complex sum = 0;
                for (int y = 0; y < Math.Min(height, 2); y++)
                {
                    for (int x = 0; x < Math.Min(width, 4); x++)
                        sum += System.Numerics.Complex.FromPolarCoordinates(Signal[(y * 4) + x], -2 * Math.PI * (((double)k * y / height) + ((double)l * x / width)));
                }

                result.AddRange([(float)sum.Real, (float)sum.Imaginary]);
            }
        }

        return [.. result];
    }
}
