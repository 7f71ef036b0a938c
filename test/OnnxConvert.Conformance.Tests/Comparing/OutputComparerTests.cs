
namespace OnnxConvert.Conformance.Comparing;

internal sealed class OutputComparerTests
{
    [TestCase(100.009f, true)]
    [TestCase(100.011f, false)]
    public void Floats_may_differ_by_a_ten_thousandth_of_the_largest(float actual, bool equal) =>
        Assert.That(Passes(Floats(100, 1), Floats(actual, 1)), Is.EqualTo(equal));

    [Test]
    public void The_spread_of_TFLite_itself_counts_twice()
    {
        var expected = Expect(Floats(0, 1)) with { Spread = 0.1 };
        Assert.That(OutputComparer.Compare(expected, Floats(0.2f, 1), ComparisonRules.Default).Problem, Is.Null);
        Assert.That(OutputComparer.Compare(expected, Floats(0.21f, 1), ComparisonRules.Default).Problem, Is.Not.Null);
    }

    [Test]
    public void Hybrid_models_may_differ_by_three_hundredths() =>
        Assert.That(OutputComparer.Compare(Expect(Floats(1, 0)), Floats(0.971f, 0), ComparisonRules.Hybrid).Problem, Is.Null);

    [TestCase(float.NaN, float.NaN, true)]
    [TestCase(float.PositiveInfinity, float.PositiveInfinity, true)]
    [TestCase(float.PositiveInfinity, float.NegativeInfinity, false)]
    [TestCase(float.PositiveInfinity, float.MaxValue, false)]
    [TestCase(float.NaN, 0f, false)]
    [TestCase(0f, float.NaN, false)]
    public void NaN_and_infinity_equal_themselves_only(float expected, float actual, bool equal) =>
        Assert.That(Passes(Floats(expected), Floats(actual)), Is.EqualTo(equal));

    [TestCase(6, true)]
    [TestCase(7, false)]
    public void Quantized_integers_may_differ_by_one(sbyte actual, bool equal)
    {
        var expected = Expect(Bytes(5)) with { Quantization = new Quantization(0.5f, 0) };
        var comparison = OutputComparer.Compare(expected, Bytes(actual), ComparisonRules.Default);
        Assert.That(comparison.Problem is null, Is.EqualTo(equal));
        Assert.That(comparison.Steps, Is.EqualTo(actual - 5));
    }

    [Test]
    public void Other_integers_must_be_equal() => Assert.That(Passes(Bytes(5), Bytes(6)), Is.False);

    [Test]
    public void Large_integers_are_compared_exactly()
    {
        var expected = Tensor.Of<long>(TensorElementType.Int64, [1], [long.MaxValue]);
        var actual = Tensor.Of<long>(TensorElementType.Int64, [1], [long.MaxValue - 1]);
        Assert.That(Passes(expected, actual), Is.False);
    }

    [TestCase(1.5f, true)]
    [TestCase(3.1f, false)]
    public void Dequantized_outputs_are_compared_in_steps(float actual, bool equal)
    {
        var expected = Expect(Bytes(10)) with { Quantization = new Quantization(0.5f, 10) };
        var rules = new ComparisonRules { AllowsDequantized = true };
        Assert.That(OutputComparer.Compare(expected, Floats(actual), rules).Problem is null, Is.EqualTo(equal));
    }

    [Test]
    public void A_float_in_place_of_an_integer_is_wrong_unless_it_was_asked_for()
    {
        var expected = Expect(Bytes(10)) with { Quantization = new Quantization(0.5f, 10) };
        Assert.That(OutputComparer.Compare(expected, Floats(0), ComparisonRules.Default).Problem, Is.EqualTo("type float32, expected int8"));
    }

    [Test]
    public void Only_the_sampled_elements_are_compared()
    {
        var expected = new ExpectedOutput("y", TensorElementType.Int32, [5], new byte[12]) { Stride = 2 };
        Assert.That(Compare(0, 9, 0, 9, 0), Is.Null);
        Assert.That(Compare(0, 0, 1, 0, 0), Does.Contain("element 2"));

        string? Compare(params int[] values) => OutputComparer.Compare(
            expected, Tensor.Of<int>(TensorElementType.Int32, [5], values), ComparisonRules.Default).Problem;
    }

    [Test]
    public void Shape_and_type_must_agree()
    {
        var expected = Expect(Floats(1, 2));
        var reshaped = Floats(1, 2) with { Shape = [2, 1] };
        Assert.That(OutputComparer.Compare(expected, reshaped, ComparisonRules.Default).Problem, Does.StartWith("shape [2,1], expected [2]"));
        Assert.That(OutputComparer.Compare(expected, Bytes(1, 2), ComparisonRules.Default).Problem, Does.StartWith("type int8"));
    }

    [Test]
    public void A_case_may_bring_bounds_of_its_own()
    {
        var rules = new ComparisonRules { PerElement = (0.1, 0) };
        Assert.That(OutputComparer.Compare(Expect(Floats(1, 100)), Floats(1.05f, 91), rules).Problem, Is.Null);
        Assert.That(OutputComparer.Compare(Expect(Floats(1, 100)), Floats(1.2f, 100), rules).Problem, Is.Not.Null);
    }

    [Test]
    public void The_message_names_the_worst_element() => Assert.That(
        OutputComparer.Compare(Expect(Floats(0, 0, 1)), Floats(0, 3, 2), ComparisonRules.Default).Problem,
        Is.EqualTo("element 1 is 3, expected 0: difference 3, bound 0.00011 (2 of 3 outside)"));

    private static bool Passes(Tensor expected, Tensor actual) =>
        OutputComparer.Compare(Expect(expected), actual, ComparisonRules.Default).Problem is null;

    private static ExpectedOutput Expect(Tensor tensor) => ExpectedOutput.Whole("y", tensor, null);

    private static Tensor Floats(params float[] values) => Tensor.Of<float>(TensorElementType.Float, [values.Length], values);

    private static Tensor Bytes(params sbyte[] values) => Tensor.Of<sbyte>(TensorElementType.Int8, [values.Length], values);
}
