using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>Layer normalizations written out, at opsets on both sides of those that changed something for them: 13, 17 and 18.</summary>
public class NormalizationTests
{
    private static readonly string[] Parts = ["Add", "Add", "Div", "Mul", "Pow", "ReduceMean", "ReduceMean", "Sqrt", "Sub"];

    /// <summary>What a test changes in the usual form.</summary>
    public enum Variant
    {
        None,
        DifferenceTwice,
        ScaleFirst,
        BiasFirst,
        SquareByProduct,
    }

    [TestCase(11, Variant.None)]
    [TestCase(13, Variant.None)]
    [TestCase(18, Variant.None)]
    [TestCase(13, Variant.DifferenceTwice)]
    [TestCase(13, Variant.ScaleFirst)]
    [TestCase(18, Variant.BiasFirst)]
    public void Recognises_layer_normalization(int opset, Variant variant) => With(opset, t => LayerNorm(t, t.Input(2, 3, 8), variant)).Leaves(Extended, "LayerNormalization");

    [TestCase(13, false)]
    [TestCase(16, false)]
    [TestCase(17, true)]
    [TestCase(21, true)]
    public void Recognises_it_at_level_basic_where_ONNX_has_it(int opset, bool fuses) =>
        With(opset, t => LayerNorm(t, t.Input(2, 3, 8))).Leaves(Basic, fuses ? ["LayerNormalization"] : Parts);

    [Test]
    public void Keeps_a_square_by_product([Values(13, 18)] int opset) =>
        With(opset, t => LayerNorm(t, t.Input(2, 3, 8), Variant.SquareByProduct)).Leaves(Extended, "Add", "Add", "Div", "Mul", "Mul", "ReduceMean", "ReduceMean", "Sqrt", "Sub");

    [TestCase(13, 1, false)]
    [TestCase(13, 2, true)]
    [TestCase(18, 1, false)]
    [TestCase(18, 2, true)]
    public void Wants_means_of_the_last_dimension(int opset, int axis, bool fuses) =>
        With(opset, t => LayerNorm(t, t.Input(2, 8, 8), axes: [axis])).Leaves(Extended, fuses ? ["LayerNormalization"] : Parts);

    [Test]
    public void Keeps_means_of_two_dimensions([Values(13, 18)] int opset) => With(opset, t => LayerNorm(t, t.Input(2, 3, 8), axes: [1, 2])).Leaves(Extended, Parts);

    [Test]
    public void Keeps_a_single_scale() => With(13, t => LayerNorm(t, t.Input(2, 3, 8), scale: t.Number(2))).Leaves(Extended, Parts);

    [Test]
    public void Takes_computed_scales() => With(13, t => LayerNorm(t, t.Input(2, 3, 8), scale: t.Input(8))).Leaves(Extended, "LayerNormalization");

    [Test]
    public void Takes_what_is_left_where_the_difference_is_read_elsewhere([Values(13, 18)] int opset) => With(opset, t =>
    {
        Value y = LayerNorm(t, t.Input(2, 3, 8));
        t.Output(t.Graph.Nodes.First(node => node.OpType == "Sub").Outputs[0]);
        return y;
    }).Leaves(Extended, "Add", "ReduceMean", "SimplifiedLayerNormalization", "Sub");

    [Test]
    public void Keeps_what_is_read_in_between() => With(13, t =>
    {
        Value y = LayerNorm(t, t.Input(2, 3, 8));
        t.Output(t.Graph.Nodes.First(node => node.OpType == "Div").Outputs[0]);
        return y;
    }).Leaves(Extended, Parts);

    // ONNX Runtime fuses these, and computes something else.
    [Test]
    public void Keeps_other_powers() => With(13, t => LayerNorm(t, t.Input(2, 3, 8), exponent: 3)).LeavesHere(Extended, Parts);

    [Test]
    public void Keeps_a_computed_epsilon() => With(13, t => LayerNorm(t, t.Input(2, 3, 8), epsilon: t.Input())).LeavesHere(Extended, Parts);

    [Test]
    public void Takes_an_epsilon_from_the_left_as_it_is() => With(13, t => LayerNorm(t, t.Input(2, 3, 8), swapsEpsilon: true)).LeavesHere(Extended, "LayerNormalization");

    [Test]
    public void Recognises_root_mean_square_normalization([Values(11, 13, 18, 23)] int opset) =>
        With(opset, t => RootMeanSquareNorm(t, t.Input(2, 3, 8))).Leaves(Extended, "SimplifiedLayerNormalization");

    [Test]
    public void Keeps_root_mean_squares_at_level_basic() =>
        With(18, t => RootMeanSquareNorm(t, t.Input(2, 3, 8))).Leaves(Basic, "Add", "Div", "Mul", "Pow", "ReduceMean", "Sqrt");

    [TestCase(13, false)]
    [TestCase(13, true)]
    [TestCase(17, false)]
    [TestCase(18, true)]
    public void Adds_before_layer_normalization(int opset, bool hasBias) =>
        With(opset, t => LayerNorm(t, t.Node("Add", [hasBias ? t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)]) : t.Input(2, 3, 8), t.Input(2, 3, 8)]))).Leaves(Extended, "SkipLayerNormalization");

    [Test]
    public void Adds_a_bias_of_the_right_operand() =>
        With(18, t => LayerNorm(t, t.Node("Add", [t.Input(2, 3, 8), t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)])]))).Leaves(Extended, "SkipLayerNormalization");

    [Test]
    public void Adds_one_bias_only() => With(18, t =>
        LayerNorm(t, t.Node("Add", [t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)]), t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)])]))).Leaves(Extended, "Add", "SkipLayerNormalization");

    [TestCase(false, "Add", "SkipLayerNormalization")]
    [TestCase(true, "MatMul", "SkipLayerNormalization")]
    public void Adds_a_bias_from_the_left_to_products_only(bool isProduct, params string[] expected) => With(18, t =>
    {
        Value x = isProduct ? t.Node("MatMul", [t.Input(2, 3, 4), t.Input(2, 4, 8)]) : t.Input(2, 3, 8);
        return LayerNorm(t, t.Node("Add", [t.Node("Add", [t.Weights(8), x]), t.Input(2, 3, 8)]));
    }).Leaves(Extended, expected);

    [TestCase(new long[] { 3, 8 }, new long[] { 3, 8 })]
    [TestCase(new long[] { 2, 2, 3, 8 }, new long[] { 2, 2, 3, 8 })]
    [TestCase(new long[] { 2, 3, 8 }, new long[] { 1, 3, 8 })]
    [TestCase(new long[] { 2, 3, 8 }, new long[] { 8 })]
    public void Adds_values_of_the_same_three_dimensions_only(long[] left, long[] right) =>
        With(18, t => LayerNorm(t, t.Node("Add", [t.Input(left), t.Input(right)]))).Leaves(Extended, "Add", "LayerNormalization");

    [Test]
    public void Keeps_a_sum_that_is_read_twice() => With(18, t =>
    {
        Value sum = t.Node("Add", [t.Input(2, 3, 8), t.Input(2, 3, 8)]);
        return t.Node("Add", [LayerNorm(t, sum), sum]);
    }).Leaves(Extended, "Add", "Add", "LayerNormalization");

    [Test]
    public void Loads_from_the_ORT_format([Values(13, 18)] int opset, [Values] bool skips)
    {
        LevelTest test = With(opset, t => LayerNorm(t, RootMeanSquareNorm(t, skips ? t.Node("Add", [t.Input(2, 3, 8), t.Input(2, 3, 8)]) : t.Input(2, 3, 8))));
        byte[] file = test.Model.ToOrt(new OrtOptions { OptimizationLevel = Extended }).ToBytes();
        Assert.That(() => StockRuntime.Check(file), Throws.Nothing);
    }

    internal static Value LayerNorm(LevelTest t, Value x, Variant variant = Variant.None, long[]? axes = null, Value? scale = null, float exponent = 2, Value? epsilon = null, bool swapsEpsilon = false)
    {
        axes ??= [-1];
        Value mean = t.Mean(x, axes);
        Value difference = t.Node("Sub", [x, mean]);
        Value squared = variant == Variant.DifferenceTwice ? t.Node("Sub", [x, mean]) : difference;
        Value square = variant == Variant.SquareByProduct ? t.Node("Mul", [squared, squared]) : t.Node("Pow", [squared, t.Number(exponent)]);
        Value quotient = t.Node("Div", [difference, Root(t, t.Mean(square, axes), epsilon ?? t.Number(0.01f), swapsEpsilon)]);
        scale ??= t.Weights(8);
        Value product = t.Node("Mul", variant == Variant.ScaleFirst ? [scale, quotient] : [quotient, scale]);
        Value bias = t.Weights(8);
        return t.Node("Add", variant == Variant.BiasFirst ? [bias, product] : [product, bias]);
    }

    private static Value RootMeanSquareNorm(LevelTest t, Value x) =>
        t.Node("Mul", [t.Node("Div", [x, Root(t, t.Mean(t.Node("Pow", [x, t.Number(2)]), -1), t.Number(0.01f), swaps: false)]), t.Weights(8)]);

    private static Value Root(LevelTest t, Value mean, Value epsilon, bool swaps) => t.Node("Sqrt", [t.Node("Add", swaps ? [epsilon, mean] : [mean, epsilon])]);

    private static LevelTest With(int opset, Func<LevelTest, Value> build)
    {
        var test = new LevelTest(opset);
        return test.Output(build(test));
    }
}
