using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Dequantizing;

/// <summary>What a quantized tensor's range becomes in a float model.</summary>
public class SaturationTests
{
    private static readonly QuantizationParameters Unit = new(1 / 255f, 0);

    [TestCase("digits-mobilenet-int8")]
    public void ReLU6_is_found_again_in_a_mobile_network(string fixture)
    {
        Graph graph = Converter.FromTfLite(TestData.FixturePath(fixture)).Dequantize().ToOnnx().Model.Graph;

        (float, float)[] limits = [.. graph.Nodes.Where(node => node.OpType == "Clip").Select(Limits)];
        Assert.That(graph.Nodes.Select(node => node.OpType), Has.None.EqualTo("QuantizeLinear").And.None.EqualTo("DequantizeLinear"));
        Assert.That(graph.Inputs[0].ElementType, Is.EqualTo(ElementType.Float));
        Assert.That(limits.Count(limit => limit == (0f, 6f)), Is.GreaterThanOrEqualTo(10), string.Join(", ", limits));
    }

    // A step of 6/255 or so, as calibration gives it; the ends lie within half a step of 0 and 6.
    [TestCase(6 / 255f, 0, 0f, 6f)]
    [TestCase(0.02349f, 0, 0f, 6f)]
    [TestCase(0.02345f, 0, 0f, 0.02345f * 255)]
    [TestCase(2 / 255f, 128, -1f, 1f)]
    [TestCase(0.0078125f, 128, -1f, 0.9921875f)]
    [TestCase(0.05f, 0, 0f, 12.75f)]
    [TestCase(0.05f, 100, -5f, 7.75f)]
    public void A_range_of_uint8_becomes_a_limit(float scale, int zeroPoint, float low, float high)
    {
        Graph graph = Convolution(new QuantizationParameters(scale, zeroPoint)).Dequantize().ToOnnx().Model.Graph;

        (float Low, float High) limits = Limits(graph.Nodes.Single(node => node.OpType == "Clip"));
        Assert.That(limits.Low, Is.EqualTo(low).Within(1e-5));
        Assert.That(limits.High, Is.EqualTo(high).Within(1e-5));
    }

    [Test]
    public void An_operator_that_only_moves_elements_gets_no_limit()
    {
        string[] operators = [.. new SourceBuilder(TfLiteOps.Reshape)
            .Input<byte>([1, 2, 3, 4], [4], Unit).Constant<int>([2, 2]).Output(ElementType.UInt8, Unit)
            .Conversion().Dequantize().ToOnnx().Model.Graph.Nodes.Select(node => node.OpType)];

        Assert.That(operators, Has.None.EqualTo("Clip"));
    }

    [Test]
    public void Integers_that_move_to_other_parameters_stand_for_other_numbers()
    {
        var builder = new SourceBuilder(TfLiteOps.Reshape)
            .Input<float>([0f, 0.5f, 1f, 2f], [4]).Constant<int>([2, 2]).Output(ElementType.UInt8, new QuantizationParameters(0.25f, 1));
        builder.Declare(0, ElementType.UInt8, new QuantizationParameters(0.5f, 2));

        float[] result = builder.Run<float>(builder.Conversion().Dequantize().ToOnnx());

        // 0 is stored as 2, which means 0.25·(2 − 1) at the output, and so on.
        Assert.That(result, Is.EqualTo(new[] { 0.25f, 0.5f, 0.75f, 1.25f }).Within(1e-6));
    }

    [Test]
    public void A_boundary_of_integers_is_kept_on_request()
    {
        Graph graph = Convolution(Unit).Dequantize(keepIntegerBoundary: true).ToOnnx().Model.Graph;

        Assert.That(graph.Inputs[0].ElementType, Is.EqualTo(ElementType.UInt8));
        Assert.That(graph.Outputs[0].ElementType, Is.EqualTo(ElementType.UInt8));
        Assert.That(graph.Nodes.First().OpType, Is.EqualTo("Cast"));
    }

    /// <summary>A convolution of one pixel, its activation fused into the range of its output.</summary>
    private static Conversion Convolution(QuantizationParameters output) => new SourceBuilder(TfLiteOps.Conv2D)
        .Input<byte>([1, 2, 3, 4], [1, 2, 2, 1], Unit)
        .Constant<byte>([200], [1, 1, 1, 1], new QuantizationParameters(1f, 100))
        .Constant<int>([0])
        .Option("stride_w", 1).Option("stride_h", 1).Option("dilation_w_factor", 1).Option("dilation_h_factor", 1)
        .Output(ElementType.UInt8, output)
        .Conversion();

    private static (float Low, float High) Limits(Node clip) =>
        (Bound(clip, 1) ?? float.NegativeInfinity, Bound(clip, 2) ?? float.PositiveInfinity);

    private static float? Bound(Node clip, int index) => clip.Input(index)?.Constant?.AsSpan<float>()[0];
}
