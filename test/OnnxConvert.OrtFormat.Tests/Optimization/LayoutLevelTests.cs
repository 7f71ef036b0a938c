using OnnxConvert.Ir;
using static OnnxConvert.Ir.ElementType;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

public class LayoutLevelTests
{
    [TestCase("Relu", "FusedConv")]
    [TestCase("Erf", "Erf", "FusedConv")]
    public void Adds_within_a_convolution(string next, params string[] expected) => With(t =>
        t.Node(next, [t.Node("Add", [t.Conv(t.Input(1, 2, 5, 5), 3, t.Weights(3)), t.Input(1, 3, 5, 5)])])).Leaves(All, expected);

    [Test]
    public void Keeps_a_sum_that_broadcasts() => With(t =>
        t.Node("Add", [t.Conv(t.Input(1, 2, 5, 5), 3, t.Weights(3)), t.Input(1, 3, 1, 1)])).Leaves(All, "Add", "Conv");

    [Test]
    public void Keeps_a_sum_with_a_convolution_without_bias() => With(t =>
        t.Node("Add", [t.Conv(t.Input(1, 2, 5, 5), 3), t.Input(1, 3, 5, 5)])).Leaves(All, "Add", "Conv");

    [Test]
    public void Convolves_and_pools_integers_with_channels_last() => With(t =>
    {
        Value y = t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 6, 6), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 2, 3, 3), t.Bias(0.0002f, 3)]);
        Value stored = t.Quantize(y, 0.05f, 2, UInt8);
        Value pooled = t.Node("MaxPool", [t.Dequantize(stored, 0.05f, 2, UInt8)], new NodeAttribute("kernel_shape", [2, 2]));
        Value again = t.Dequantize(t.Quantize(pooled, 0.05f, 2, UInt8), 0.05f, 2, UInt8);
        return t.Quantize(t.Node("GlobalAveragePool", [again]), 0.04f, 1, UInt8);
    }).Leaves(All, "NhwcMaxPool", "QLinearConv", "QLinearGlobalAveragePool", "Transpose", "Transpose");

    private static LevelTest With(Func<LevelTest, Value> build)
    {
        var test = new LevelTest();
        return test.Output(build(test));
    }
}
