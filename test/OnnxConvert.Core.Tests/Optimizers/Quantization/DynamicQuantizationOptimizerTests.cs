using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Quantization;

namespace OnnxConvert.Core.Tests.Optimizers.Quantization;

public class DynamicQuantizationOptimizerTests
{
    private static readonly sbyte[] Weights = [1, -2, 3, 4, -5, 6];

    [Test]
    public void A_single_row_has_one_scale() => Assert.That(
        After((t, w) => t.Node("Gemm", [t.Input("x", 1, 3), w, t.Const(TensorData.Vector(1f, -1f))], new NodeAttribute("transB", 1L)), [2, 3], 0, changes: true),
        Does.Contain("DynamicQuantizeLinear").And.Contain("MatMulInteger").And.Not.Contain("Gemm"));

    [Test]
    public void Several_rows_have_a_scale_each() => Assert.That(
        After((t, w) => t.Node("MatMul", [t.Input("x", 4, 3), w]), [3, 2], 1, changes: true),
        Does.Contain("ReduceMax").And.Contain("MatMulInteger").And.Not.Contain("MatMul"));

    [Test]
    public void What_goes_into_a_convolution_of_one_image_is_rounded() => Assert.That(
        After((t, w) => t.Node("Conv", [t.Input("x", 1, 3, 4, 4), w, t.Const(TensorData.Vector(1f, -1f))]), [2, 3, 1, 1], 0, changes: true),
        Is.SupersetOf(new[] { "DynamicQuantizeLinear", "DequantizeLinear", "Conv" }));

    [Test]
    public void Several_images_have_a_range_each() => Assert.That(
        After((t, w) => t.Node("Conv", [t.Input("x", 2, 3, 4, 4), w]), [2, 3, 1, 1], 0, changes: true),
        Is.SupersetOf(new[] { "ReduceMax", "QuantizeLinear", "DequantizeLinear", "Conv" }));

    [Test]
    public void A_product_of_what_is_quantized_already_stays()
    {
        After((t, w) => t.Node("Conv", [t.Node("Transpose", [Dequantized(t)], new NodeAttribute("perm", [0L, 3, 1, 2])), w]), [2, 3, 1, 1], 0, changes: false);

        static Value Dequantized(TestGraph t)
        {
            Value[] parameters = [t.Const(TensorData.Scalar(0.1f)), t.Const(TensorData.Scalar((byte)128))];
            return t.Node("DequantizeLinear", [t.Node("QuantizeLinear", [t.Input("x", 1, 4, 4, 3), .. parameters]), .. parameters]);
        }
    }

    [Test]
    public void Scales_along_the_sum_stay() =>
        After((t, w) => t.Node("MatMul", [t.Input("x", 4, 3), w]), [3, 2], 0, changes: false);

    [Test]
    public void Weights_that_are_not_centred_stay() =>
        After((t, w) => t.Node("MatMul", [t.Input("x", 4, 3), w]), [3, 2], 1, changes: false, zeroPoint: 1);

    /// <summary>What comes out is compared within the noise of 256 steps.</summary>
    private static IReadOnlyList<string> After(Func<TestGraph, Value, Value> product, long[] dims, int axis, bool changes, sbyte zeroPoint = 0)
    {
        var test = new TestGraph();
        int channels = (int)dims[axis];
        Value scales = test.Const(TensorData.Vector([.. Enumerable.Range(1, channels).Select(i => i / 16f)]));
        Value zeros = test.Const(TensorData.Vector([.. Enumerable.Repeat(zeroPoint, channels)]));
        Value weights = test.Node("DequantizeLinear", [test.Const(TensorData.Create<sbyte>(Weights, dims)), scales, zeros], new NodeAttribute("axis", axis));
        Value y = product(test, weights);
        Graph graph = test.Graph;
        y.Name = "y";
        graph.AddOutput(y);
        Model model = test.Finish();
        var before = OnnxRunner.Run(model);
        Assert.That(test.Run<DynamicQuantizationOptimizer>(), Is.EqualTo(changes));
        if (changes)
            OnnxRunner.AssertEqual(OnnxRunner.Run(test.Finish()), before, 0.02);
        return [.. test.OpTypes];
    }
}
