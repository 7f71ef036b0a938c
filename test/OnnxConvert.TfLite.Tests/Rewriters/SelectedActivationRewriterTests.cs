using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

internal sealed class SelectedActivationRewriterTests
{
    private static readonly float[] Numbers = [-2, 3, float.NaN, 0, float.PositiveInfinity, float.NegativeInfinity];

    [TestCase(TfLiteOps.Greater, false)]
    [TestCase(TfLiteOps.GreaterEqual, false)]
    [TestCase(TfLiteOps.Less, true)]
    [TestCase(TfLiteOps.LessEqual, true)]
    public void A_slope_below_0_is_a_leaky_relu(string comparison, bool isBelow)
    {
        SourceGraph source = Source(comparison, isBelow, (graph, x) => graph.Add(TfLiteOps.Mul, [x, graph.Scalar(0.25f)], [6]));
        Assert.That(source.Operators(), Is.EqualTo(new[] { "LeakyRelu" }));
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { -0.5f, 3, float.NaN, 0, float.PositiveInfinity, float.NegativeInfinity }));
    }

    [Test]
    public void Slopes_of_channels_are_a_prelu()
    {
        SourceGraph source = Source(TfLiteOps.Greater, isBelow: false, (graph, x) => graph.Add(TfLiteOps.Mul, [graph.Constant<float>([0.5f, 2, 2, 2, 2, 3]), x], [6]));
        Assert.That(source.Operators(), Is.EqualTo(new[] { "PRelu" }));
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { -1, 3, float.NaN, 0, float.PositiveInfinity, float.NegativeInfinity }));
    }

    [Test]
    public void A_power_less_1_below_0_is_an_elu()
    {
        SourceGraph source = Source(TfLiteOps.Greater, isBelow: false, (graph, x) => graph.Add(TfLiteOps.Sub, [graph.Add(TfLiteOps.Exp, [x], [6]), graph.Scalar(1f)], [6]));
        Assert.That(source.Operators(), Is.EqualTo(new[] { "Elu" }));
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { MathF.Exp(-2) - 1, 3, float.NaN, 0, float.PositiveInfinity, -1 }).Within(1e-6f));
    }

    /// <summary>A NaN that becomes 0 would stay NaN in Relu; the other way round Relu leaves open what becomes of it.</summary>
    [TestCase(TfLiteOps.Greater, false, 0f)]
    [TestCase(TfLiteOps.Less, true, float.NaN)]
    public void Zero_below_0_stays_a_selection(string comparison, bool isBelow, float ofNaN)
    {
        SourceGraph source = Source(comparison, isBelow, (graph, _) => graph.Constant(new float[6]));
        Assert.That(source.Operators(), Does.Contain("Where"));
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0, 3, ofNaN, 0, float.PositiveInfinity, 0 }));
    }

    [TestCase("a threshold that is not 0")]
    [TestCase("the sides are the other way round")]
    [TestCase("another tensor times a constant")]
    [TestCase("a computed factor")]
    [TestCase("a power less 2")]
    public void Near_misses_stay_selections(string what)
    {
        var source = new SourceGraph();
        Value x = source.Input(Numbers);
        Value y = source.Input<float>([1, 2, 3, 4, 5, 6]);
        Value isPositive = source.Add(TfLiteOps.Greater, TfLiteOps.Domain, [x, source.Scalar(what == "a threshold that is not 0" ? 1f : 0)], ElementType.Bool, [6]);
        Value negative = what switch
        {
            "another tensor times a constant" => source.Add(TfLiteOps.Mul, [y, source.Scalar(0.5f)], [6]),
            "a computed factor" => source.Add(TfLiteOps.Mul, [x, y], [6]),
            "a power less 2" => source.Add(TfLiteOps.Sub, [source.Add(TfLiteOps.Exp, [x], [6]), source.Scalar(2f)], [6]),
            _ => source.Add(TfLiteOps.Mul, [x, source.Scalar(0.5f)], [6]),
        };
        Value[] sides = what == "the sides are the other way round" ? [negative, x] : [x, negative];
        source.Output(source.Add(TfLiteOps.SelectV2, [isPositive, .. sides], [6]));
        Assert.That(source.Operators(), Does.Contain("Where"));
    }

    private static SourceGraph Source(string comparison, bool isBelow, Func<SourceGraph, Value, Value> negative)
    {
        var source = new SourceGraph();
        Value x = source.Input(Numbers);
        Value condition = source.Add(comparison, TfLiteOps.Domain, [x, source.Scalar(0f)], ElementType.Bool, [6]);
        Value below = negative(source, x);
        return source.Output(source.Add(TfLiteOps.Select, [condition, isBelow ? below : x, isBelow ? x : below], [6]));
    }
}
