using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>Bytes that only DEQUANTIZE reads, against the kernels' MultiplyByQuantizedMultiplier.</summary>
internal sealed class DoubleRoundingRewriterTests
{
    private const float InputScale = 0.01f;
    private const float OutputScale = 0.37f;

    private static readonly sbyte[] Inputs = [.. Enumerable.Range(-128, 256).Select(x => (sbyte)x)];
    private static readonly sbyte[] Weights = [127, 101, -77, 53, 29, -113, 7, 90];
    private static readonly float[] WeightScales = [1.9f, 2.3f, 2.9f, 3.7f, 5.3f, 1.7f, 11.9f, 2.1f];

    [TestCase(TfLiteOps.Conv2D)]
    [TestCase(TfLiteOps.DepthwiseConv2D)]
    public void Fewer_results_of_a_convolution_differ_from_the_kernels(string opType)
    {
        float[] results = Convolution(opType, isOutput: false).Run<float>();
        int differ = 0, differOfOneRounding = 0;
        for (int i = 0; i < results.Length; i++)
        {
            int channel = i % Weights.Length;
            int sum = Inputs[i / Weights.Length] * Weights[channel];
            double multiplier = (double)InputScale * WeightScales[channel] / OutputScale;
            int twice = Math.Clamp(RoundTwice(sum, multiplier), -128, 127);
            differ += (int)MathF.Round(results[i] / OutputScale) == twice ? 0 : 1;
            differOfOneRounding += Math.Clamp((int)Math.Round(sum * multiplier), -128, 127) == twice ? 0 : 1;
        }

        Assert.That(differOfOneRounding, Is.GreaterThan(40));
        Assert.That(differ, Is.LessThan(differOfOneRounding * 3 / 4));
    }

    [TestCase(false, false, ExpectedResult = false, TestName = "Scales are others where only DEQUANTIZE reads the result")]
    [TestCase(true, false, ExpectedResult = true, TestName = "Scales stay where the bytes are an output, too")]
    [TestCase(false, true, ExpectedResult = true, TestName = "Scales stay in a dequantized model")]
    public bool Scales_stay(bool isOutput, bool dequantizes)
    {
        Conversion conversion = Convolution(TfLiteOps.Conv2D, isOutput).Conversion();
        Model model = (dequantizes ? conversion.Dequantize() : conversion).ToOnnx(18).Model;
        float scale = dequantizes ? WeightScales[0] * Weights[0] : WeightScales[0];
        return model.Graph.Initializers.Any(value => value.Initializer is { ElementType: ElementType.Float } data && data.AsSpan<float>()[0] == scale);
    }

    [Test]
    public void Products_are_those_of_the_kernels()
    {
        var graph = new SourceGraph();
        Value a = Quantized(graph.Input(Inputs, 256, 1), InputScale, 3);
        Value b = Quantized(graph.Constant(Weights), 2.3f, -5);
        Value product = Quantized(graph.Add(TfLiteOps.Mul, TfLiteOps.Domain, [a, b], ElementType.Int8, [256, 8]), OutputScale, 7);
        float[] results = graph.Output(graph.Add(TfLiteOps.Dequantize, [product], [256, 8])).Run<float>();
        for (int i = 0; i < results.Length; i++)
        {
            int expected = RoundTwice((Inputs[i / 8] - 3) * (Weights[i % 8] + 5), (double)InputScale * 2.3f / OutputScale);
            Assert.That(results[i] / OutputScale, Is.EqualTo(Math.Clamp(expected, -128 - 7, 127 - 7)).Within(1e-3), $"{Inputs[i / 8]} times {Weights[i % 8]}");
        }
    }

    /// <summary>SaturatingRoundingDoublingHighMul with a fraction of 31 bits, then RoundingDivideByPOT: halves away from zero.</summary>
    private static int RoundTwice(int sum, double multiplier)
    {
        int shift = -(Math.ILogB(multiplier) + 1);
        double fraction = Math.Round(Math.ScaleB(multiplier, 31 + shift)) / (1L << 31);
        double units = Math.Round(sum * fraction, MidpointRounding.AwayFromZero);
        return (int)Math.Round(units / (1 << shift), MidpointRounding.AwayFromZero);
    }

    private static SourceGraph Convolution(string opType, bool isOutput)
    {
        bool isDepthwise = opType == TfLiteOps.DepthwiseConv2D;
        var graph = new SourceGraph();
        sbyte[] inputs = isDepthwise ? [.. Inputs.SelectMany(x => Enumerable.Repeat(x, 8))] : Inputs;
        Value x = Quantized(graph.Input(inputs, 1, 256, 1, isDepthwise ? 8 : 1), InputScale, 0);
        Value w = graph.Constant(Weights, isDepthwise ? [1, 1, 1, 8] : [8, 1, 1, 1]);
        w.Quantization = new QuantizationParameters([.. WeightScales], [.. new long[8]], isDepthwise ? 3 : 0);
        Value bias = graph.Constant(new int[8]);
        Value y = graph.Add(
            opType, TfLiteOps.Domain, [x, w, bias], ElementType.Int8, [1, 256, 1, 8],
            new NodeAttribute("padding", 1L), new NodeAttribute("stride_h", 1L), new NodeAttribute("stride_w", 1L), new NodeAttribute("depth_multiplier", 1L));
        Quantized(y, OutputScale, 0);
        if (isOutput)
            graph.Output(y);
        return graph.Output(graph.Add(TfLiteOps.Dequantize, [y], [1, 256, 1, 8]));
    }

    private static Value Quantized(Value value, float scale, long zeroPoint)
    {
        value.Quantization = new QuantizationParameters(scale, zeroPoint);
        return value;
    }
}
