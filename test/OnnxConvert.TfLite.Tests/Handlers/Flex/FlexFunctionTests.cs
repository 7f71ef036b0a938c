using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Functions of elements and of vectors that stand for one operator of ONNX each, or few.</summary>
internal sealed class FlexFunctionTests
{
    [TestCase("Acos", 0.5, 1.0471976)]
    [TestCase("Acosh", 2, 1.3169579)]
    [TestCase("Asin", 0.5, 0.5235988)]
    [TestCase("Asinh", -2, -1.4436355)]
    [TestCase("Atan", -3, -1.2490458)]
    [TestCase("Atanh", 0.25, 0.2554128)]
    [TestCase("Cosh", 1.5, 2.3524096)]
    [TestCase("Sin", 1, 0.8414710)]
    [TestCase("Cos", 1, 0.5403023)]
    [TestCase("Identity", 5, 5)]
    [TestCase("CheckNumericsV2", 5, 5)]
    [TestCase("OnesLike", 5, 1)]
    public void Of_one_number(string opType, double x, double expected) =>
        Assert.That(FlexSource.Of(opType).Input<float>([(float)x]).Output(ElementType.Float).Run<float>()[0], Is.EqualTo(expected).Within(2e-6));

    [TestCase("TruncateDiv", new[] { -7, 7 }, new[] { 2, -2 }, new[] { -3, -3 })]
    [TestCase("ConcatV2", new[] { 1, 2 }, new[] { 3 }, new[] { 1, 2, 3 })]
    [TestCase("Concat", new[] { 1, 2 }, new[] { 3 }, new[] { 1, 2, 3 })]
    public void Of_integers(string opType, int[] a, int[] b, int[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType);
        if (opType == "Concat")
            source.Constant<int>([0], []);
        source.Input(a).Input(b);
        if (opType == "ConcatV2")
            source.Constant<int>([0], []);
        Assert.That(source.Output(ElementType.Int32).Run<int>(), Is.EqualTo(expected));
    }

    [TestCase(0, 3, 0)]
    [TestCase(2, 1e-4f, 1.99990e-4f)]
    [TestCase(2, 3, 2.7725887f)]
    public void A_product_with_a_logarithm_is_0_for_0(float x, float y, float expected) =>
        Assert.That(FlexSource.Of("Xlog1py").Input([x]).Input([y]).Output(ElementType.Float).Run<float>()[0], Is.EqualTo(expected).Within(1e-6 * expected));

    [Test]
    public void Numbers_within_a_tolerance_are_equal()
    {
        SourceBuilder source = FlexSource.Of("ApproximateEqual").Input<float>([1, 1, float.NaN]).Input<float>([1.05f, 1.2f, float.NaN]).Option("tolerance", 0.1f).Output(ElementType.Bool);
        Assert.That(source.Run<bool>(), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Limits_broadcast()
    {
        SourceBuilder source = FlexSource.Of("ClipByValue").Input<float>([-3, 0, 9]).Input<float>([-1], []).Input<float>([1, 2, 4]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -1, 0, 4 }));
    }

    [Test]
    public void A_negative_slope() =>
        Assert.That(FlexSource.Of("LeakyRelu").Input<float>([-10, 10]).Option("alpha", 0.25f).Output(ElementType.Float).Run<float>(), Is.EqualTo(new[] { -2.5f, 10 }));

    [Test]
    public void The_product_at_right_angles()
    {
        SourceBuilder source = FlexSource.Of("Cross").Input<float>([1, 2, 3, 1, 0, 0], [2, 3]).Input<float>([4, 5, 6, 0, 1, 0], [2, 3]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -3, 6, -3, 0, 0, 1 }));
    }

    [Test]
    public void Sums_of_products_by_an_equation()
    {
        SourceBuilder source = FlexSource.Of("Einsum").Input<float>([1, 2, 3, 4], [2, 2]).Input<float>([1, 10], [2]).Text("equation", "ij,j->i").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 21, 43 }));
    }

    [Test]
    public void The_length_of_vectors()
    {
        SourceBuilder source = FlexSource.Of("EuclideanNorm").Input<float>([3, 4, 0, 5], [2, 2]).Constant<int>([1]).Option("keep_dims", 0).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 5, 5 }));
    }

    [TestCase(0, 2, 3)]
    [TestCase(1, 1, 7)]
    public void The_element_at_a_place_of_the_sorted_ones(int reverse, int n, float expected)
    {
        SourceBuilder source = FlexSource.Of("NthElement").Input<float>([9, 1, 7, 3, 2], [1, 5]).Input<int>([n], []).Option("reverse", reverse).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { expected }));
    }

    [TestCase("SoftmaxCrossEntropyWithLogits")]
    [TestCase("SparseSoftmaxCrossEntropyWithLogits")]
    public void The_loss_of_a_class_and_its_gradient(string opType)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([0, MathF.Log(3)], [1, 2]);
        source = opType[0] == 'S' && opType[1] == 'o' ? source.Input<float>([1, 0], [1, 2]) : source.Input<int>([0]);
        source.Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { MathF.Log(4) }).Within(1e-6));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { -0.75f, 0.75f }).Within(1e-6));
    }

    /// <summary>By two bits: from -3 to 0 in steps of 1, and from 0 to 6 in steps of 2, halves up.</summary>
    [TestCase("FakeQuantWithMinMaxVarsPerChannel", new[] { -1.4f, 0.9f, -9, 9, -1.5f, 1 }, new[] { -1f, 0, -3, 6, -1, 2 })]
    [TestCase("FakeQuantWithMinMaxVars", new[] { -1.4f, 0.9f, -9, 9, -1.5f, 1 }, new[] { -1f, 0, -3, 0, -1, 0 })]
    [TestCase("FakeQuantWithMinMaxArgs", new[] { -1.4f, 0.9f, -9, 9, -1.5f, 1 }, new[] { -1f, 0, -3, 0, -1, 0 })]
    public void Numbers_move_to_a_grid(string opType, float[] x, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input(x, [3, 2]).Option("num_bits", 2);
        if (opType.EndsWith("PerChannel", StringComparison.Ordinal))
            source.Constant<float>([-3, 0]).Constant<float>([0, 6]);
        else if (opType.EndsWith("Vars", StringComparison.Ordinal))
            source.Constant<float>([-3], []).Constant<float>([0], []);
        else
            source.Option("min", -3f).Option("max", 0f);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Ends_that_are_computed_are_refused()
    {
        SourceBuilder source = FlexSource.Of("FakeQuantWithMinMaxVars").Input<float>([1]).Input<float>([0], []).Input<float>([1], []).Option("num_bits", 8).Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("constant"));
    }

    [Test]
    public void Numbers_become_texts()
    {
        Assert.That(FlexSource.Of("AsString").Input<int>([-5, 12]).Output(ElementType.String).RunStrings(), Is.EqualTo(new[] { "-5", "12" }));
        Assert.That(() => FlexSource.Of("AsString").Input<float>([1]).Output(ElementType.String).Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>());
    }

    [Test]
    public void A_constant_is_one()
    {
        SourceBuilder source = FlexSource.Of("Const").Option(new NodeAttribute("value", TensorData.Vector(1f, 2))).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 2 }));
    }
}
