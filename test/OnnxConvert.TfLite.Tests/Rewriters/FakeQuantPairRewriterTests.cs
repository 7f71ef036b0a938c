using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

internal sealed class FakeQuantPairRewriterTests
{
    private static readonly float[] Numbers = [-1.4f, 0.6f, 2.5f, 9];

    [TestCase(null)]
    [TestCase(TfLiteOps.Reshape)]
    [TestCase(TfLiteOps.Transpose)]
    public void What_lies_on_the_grid_is_not_moved_again(string? between)
    {
        SourceGraph source = Source(between, -1, 3, 3);
        Assert.That(source.Operators().Count(op => op == "Floor"), Is.EqualTo(1));
        Assert.That(source.Run<float>(), Has.Length.EqualTo(4));
    }

    [TestCase(TfLiteOps.Abs, -1f, 3f, 3)]
    [TestCase(null, -1f, 2f, 3)]
    [TestCase(null, -1f, 3f, 4)]
    public void Another_grid_or_arithmetic_between_keeps_both(string? between, float min, float max, int bits) =>
        Assert.That(Source(between, min, max, bits).Operators().Count(op => op == "Floor"), Is.EqualTo(2));

    /// <summary>Of -1 to 3 by 3 bits the steps are 4/7; the grid is moved so that 0 is on it.</summary>
    [Test]
    public void The_numbers_are_those_of_one()
    {
        SourceGraph twice = Source(null, -1, 3, 3);
        var once = new SourceGraph();
        once.Output(Quantize(once, once.Input(Numbers, 2, 2), -1, 3, 3));
        Assert.That(twice.Run<float>(), Is.EqualTo(once.Run<float>()));
    }

    [Test]
    public void A_tensor_that_is_dequantized_and_quantized_again_is_itself()
    {
        var source = new SourceGraph();
        Value q = source.Input<byte>([1, 2, 255]);
        q.Quantization = new QuantizationParameters(0.5f, 7);
        Value real = source.Add(TfLiteOps.Dequantize, [q], [3]);
        Value again = source.Add(TfLiteOps.Quantize, TfLiteOps.Domain, [real], ElementType.UInt8, [3]);
        again.Quantization = q.Quantization;
        source.Output(source.Add(TfLiteOps.Dequantize, [again], [3]));
        Assert.That(source.Operators(), Is.EqualTo(new[] { "DequantizeLinear" }));
    }

    private static SourceGraph Source(string? between, float min, float max, int bits)
    {
        var source = new SourceGraph();
        Value x = Quantize(source, source.Input(Numbers, 2, 2), -1, 3, 3);
        x = between switch
        {
            null => x,
            TfLiteOps.Reshape => source.Add(between, [x, source.Constant<int>([4])], [4]),
            TfLiteOps.Transpose => source.Add(between, [x, source.Constant<int>([1, 0])], [2, 2]),
            _ => source.Add(between, [x], [2, 2]),
        };
        return source.Output(Quantize(source, x, min, max, bits));
    }

    private static Value Quantize(SourceGraph source, Value x, float min, float max, int bits) =>
        source.Add(TfLiteOps.FakeQuant, [x], [.. x.Shape!.ToSizes()!], new NodeAttribute("min", min), new NodeAttribute("max", max), new NodeAttribute("num_bits", (long)bits));
}
