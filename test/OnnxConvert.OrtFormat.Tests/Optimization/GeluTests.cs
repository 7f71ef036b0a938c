using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>Gelu written out, exactly and by Tanh, with what is added before.</summary>
public class GeluTests
{
    private static readonly string[] Parts = ["Add", "Div", "Erf", "Mul", "Mul"];

    [TestCase(13, false)]
    [TestCase(18, false)]
    [TestCase(20, true)]
    public void Recognises_Gelu_at_level_basic_where_ONNX_has_it(int opset, bool fuses) => With(opset, t => Gelu(t, t.Input(2, 3, 8))).Leaves(Basic, fuses ? ["Gelu"] : Parts);

    [TestCase(1.4142f, true)]
    [TestCase(1.4141f, false)]
    public void Wants_the_root_of_2(float divisor, bool fuses) => With(13, t => Gelu(t, t.Input(2, 3, 8), divisor: divisor)).Leaves(Extended, fuses ? ["Gelu"] : Parts);

    [Test]
    public void Halves_before_or_behind([Values] bool halvesFirst, [Values(11, 18, 21)] int opset) => With(opset, t => Gelu(t, t.Input(2, 3, 8), halvesFirst)).Leaves(Extended, "Gelu");

    [Test]
    public void Keeps_a_product_for_the_quotient([Values(13, 20)] int opset) => With(opset, t =>
    {
        Value x = t.Input(2, 3, 8);
        return t.Node("Mul", [t.Node("Mul", [x, t.Number(0.5f)]), t.Node("Add", [t.Node("Erf", [t.Node("Mul", [x, t.Number(0.70710677f)])]), t.Number(1)])]);
    }).Leaves(Extended, "Add", "Erf", "Mul", "Mul", "Mul");

    [Test]
    public void Adds_before_Gelu([Values] bool biasFirst, [Values(13, 20)] int opset) =>
        With(opset, t => Gelu(t, t.Node("Add", biasFirst ? [t.Weights(8), t.Input(2, 3, 8)] : [t.Input(2, 3, 8), t.Weights(8)]))).Leaves(Extended, "BiasGelu");

    [TestCase("none", "BiasGelu")]
    [TestCase("tanh", "FastGelu")]
    public void Adds_before_the_Gelu_of_ONNX(string approximation, string expected) =>
        With(20, t => t.Node("Gelu", [t.Node("Add", [t.Input(2, 3, 8), t.Input(8)])], new NodeAttribute("approximate", approximation))).Leaves(Extended, expected);

    [TestCase(1L)]
    [TestCase(1L, 8L)]
    [TestCase(3L, 8L)]
    public void Adds_vectors_along_the_last_dimension_only(params long[] sizes) =>
        With(13, t => Gelu(t, t.Node("Add", [t.Input(2, 3, 8), t.Weights(sizes)]))).Leaves(Extended, "Add", "Gelu");

    [Test]
    public void Keeps_a_sum_that_is_read_elsewhere() => With(13, t =>
    {
        Value sum = t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)]);
        t.Output(sum);
        return Gelu(t, sum);
    }).Leaves(Extended, "Add", "Gelu");

    [Test]
    public void Recognises_Gelu_by_Tanh([Values] bool usesPower, [Values] bool swaps, [Values(13, 20)] int opset) =>
        With(opset, t => t.Node("Abs", [FastGelu(t, t.Input(2, 3, 8), usesPower, swaps)])).Leaves(Extended, "Abs", "FastGelu");

    [Test]
    public void Adds_before_Gelu_by_Tanh([Values] bool usesPower) =>
        With(13, t => t.Node("Abs", [FastGelu(t, t.Node("Add", [t.Input(2, 3, 8), t.Weights(8)]), usesPower, swaps: false)])).Leaves(Extended, "Abs", "FastGelu");

    [Test]
    public void Keeps_Gelu_by_Tanh_as_an_output() =>
        With(13, t => FastGelu(t, t.Input(2, 3, 8), usesPower: true, swaps: false)).Leaves(Extended, "Add", "Add", "Mul", "Mul", "Mul", "Mul", "Pow", "Tanh");

    [Test]
    public void Keeps_other_slopes() =>
        With(13, t => t.Node("Abs", [FastGelu(t, t.Input(2, 3, 8), usesPower: true, swaps: false, slope: 0.7978f)])).Leaves(Extended, "Abs", "Add", "Add", "Mul", "Mul", "Mul", "Mul", "Pow", "Tanh");

    private static Value Gelu(LevelTest t, Value x, bool halvesFirst = false, float divisor = 1.4142135f)
    {
        Value sum = t.Node("Add", [t.Node("Erf", [t.Node("Div", [x, t.Number(divisor)])]), t.Number(1)]);
        return halvesFirst ? t.Node("Mul", [t.Node("Mul", [x, t.Number(0.5f)]), sum]) : t.Node("Mul", [t.Node("Mul", [x, sum]), t.Number(0.5f)]);
    }

    private static Value FastGelu(LevelTest t, Value x, bool usesPower, bool swaps, float slope = 0.7978845608f)
    {
        Value argument = usesPower
            ? Binary("Mul", Binary("Add", x, Binary("Mul", t.Node("Pow", [x, t.Number(3)]), t.Number(0.044715f))), t.Number(slope))
            : Binary("Mul", Binary("Mul", x, t.Number(slope)), Binary("Add", Binary("Mul", Binary("Mul", x, t.Number(0.044715f)), x), t.Number(1)));
        return Binary("Mul", Binary("Mul", x, t.Number(0.5f)), Binary("Add", t.Node("Tanh", [argument]), t.Number(1)));

        Value Binary(string opType, Value a, Value b) => t.Node(opType, swaps ? [b, a] : [a, b]);
    }

    private static LevelTest With(int opset, Func<LevelTest, Value> build)
    {
        var test = new LevelTest(opset);
        return test.Output(build(test));
    }
}
