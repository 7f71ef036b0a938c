using OnnxConvert.Ir;
using static OnnxConvert.Ir.ElementType;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

public class RuntimeStyleTests
{
    private static readonly OrtOptions Runtime = new() { OptimizationStyle = OptimizationStyle.Runtime };

    [Test]
    public void Records_a_quantized_convolution_with_places_for_all_inputs()
    {
        var t = new LevelTest();
        Value y = t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 2, 3, 3)]);
        t.Output(t.Quantize(y, 0.05f, 2, UInt8));
        OrtModel model = Convert(t);
        Assert.That(Describe(model), Is.EqualTo(new[] { "QDQSelectorActionTransformer Conv [DequantizeLinear, DequantizeLinear, -, Conv, QuantizeLinear] 3 1 :QLinearConv:10" }));
        AssertReplays(t, model);
    }

    [Test]
    public void Records_a_fused_activation()
    {
        var t = new LevelTest();
        t.Output(t.Node("Relu", [t.Conv(t.Input(1, 2, 5, 5), 3)]));
        OrtModel model = Convert(t);
        Assert.That(Describe(model), Is.EqualTo(new[] { "ConvActivationFusion ConvAct [Conv, Relu] 0 1 com.microsoft:FusedConv:1" }));
        AssertReplays(t, model);
    }

    [Test]
    public void Records_a_product_with_quantized_weights()
    {
        var t = new LevelTest();
        t.Output(t.Node("Gemm", [t.Input(3, 40), t.Integers(Int8, 0.01f, 0, [40, 8]), t.Bias(0.001f, 8)]));
        OrtModel model = Convert(t);
        Assert.That(Describe(model), Is.EqualTo(new[] { "QDQSelectorActionTransformer DQMatMulToMatMulNBits [DequantizeLinear, Gemm] 1 0 com.microsoft:MatMulNBits:1" }));
        AssertReplays(t, model);
    }

    [Test]
    public void Records_any_number_of_operands()
    {
        var t = new LevelTest();
        Value a = t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8), b = t.Dequantize(t.Input(UInt8, 2, 4), 0.03f, 1, UInt8);
        t.Output(t.Quantize(t.Node("Concat", [a, b], new NodeAttribute("axis", 1L)), 0.05f, 2, UInt8));
        OrtModel model = Convert(t);
        Assert.That(model.RuntimeOptimizations.Single(), Has.Property("InputCount").EqualTo(1).And.Property("VariadicInputCount").EqualTo(2));
        AssertReplays(t, model);
    }

    [Test]
    public void Records_what_a_quantization_makes_redundant()
    {
        var t = new LevelTest();
        Value y = t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 2, 3, 3), t.Bias(0.0002f, 3)]);
        t.Output(t.Quantize(t.Node("Relu", [y]), 0.05f, 0, UInt8));
        OrtModel model = Convert(t);
        Assert.That(Describe(model), Is.EqualTo(new[] { "QDQSelectorActionTransformer Conv [DequantizeLinear, DequantizeLinear, DequantizeLinear, Conv, QuantizeLinear, Relu] 3 1 :QLinearConv:10" }));
        AssertReplays(t, model);
    }

    [Test]
    public void Records_nothing_at_level_basic()
    {
        var t = new LevelTest();
        t.Output(t.Node("Relu", [t.Conv(t.Input(1, 2, 5, 5), 3)]));
        Assert.That(t.Model.ToOrt(Runtime with { OptimizationLevel = OptimizationLevel.Basic }).RuntimeOptimizations, Is.Empty);
    }

    [TestCase(TargetPlatform.Arm, true)]
    [TestCase(TargetPlatform.Amd64, false)]
    public void A_build_needs_the_operators_before_and_behind_what_is_recorded(TargetPlatform platform, bool isFused)
    {
        var t = new LevelTest();
        Value y = t.Node("Conv", [t.Dequantize(t.Input(Int8, 1, 2, 5, 5), 0.02f, 3, Int8), t.QuantizedWeights(0.01f, 3, 2, 3, 3)]);
        t.Output(t.Quantize(y, 0.05f, 2, Int8));
        OrtModel model = t.Model.ToOrt(Runtime with { TargetPlatform = platform });
        var usage = new OperatorUsage();
        usage.Add("m", model);
        string[] before = ["ai.onnx.DequantizeLinear-13", "ai.onnx.DequantizeLinear-13", "ai.onnx.Conv-11", "ai.onnx.QuantizeLinear-13"];
        string[] behind = ["com.microsoft.QLinearConv-1", "ai.onnx.Transpose-13", "ai.onnx.Transpose-13"];
        Assert.That(usage.Uses.Select(use => use.Operator.ToString()), Is.EquivalentTo([.. before, .. isFused ? behind : []]));
        Assert.That(model.Model.Graph.Nodes, Has.Exactly(before.Length).Items, "the model stays as it is");
    }

    private static OrtModel Convert(LevelTest test) => test.Model.ToOrt(Runtime);

    private static IEnumerable<string> Describe(OrtModel model) => model.RuntimeOptimizations.Select(o =>
        $"{o.Optimizer} {o.Action} [{string.Join(", ", o.Nodes.Select(node => node?.OpType ?? "-"))}] {o.InputCount} {o.OutputCount} {string.Join(' ', o.ProducedOperators)}");

    /// <summary>Stock ONNX Runtime, asked to do what is recorded, computes what the operators that it puts in compute.</summary>
    private static void AssertReplays(LevelTest test, OrtModel model) => LevelResults.AssertReplays(
        model.ToBytes(), test.Model.ToOrt(Runtime with { OptimizationStyle = OptimizationStyle.Fixed, OptimizationLevel = OptimizationLevel.Extended }).ToBytes());
}
