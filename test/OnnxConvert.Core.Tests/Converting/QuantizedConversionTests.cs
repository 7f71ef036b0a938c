using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Converting;

public class QuantizedConversionTests
{
    private readonly Conversion _int8 = Converter.FromModel(FakeFormat.Model(ElementType.Int8, new QuantizationParameters(0.5f, 3)));

    [OneTimeTearDown]
    public void Dispose() => _int8.Dispose();

    [Test]
    public void Int8_is_stored_as_uint8_inside_and_stays_int8_at_the_boundary()
    {
        Graph graph = _int8.ToOnnx().Model.Graph;
        IEnumerable<ElementType> inside = graph.Nodes.SelectMany(node => node.Outputs).Where(value => !value.IsGraphOutput).Select(value => value.ElementType);
        Assert.That((graph.Inputs[0].ElementType, graph.Outputs[0].ElementType), Is.EqualTo((ElementType.Int8, ElementType.Int8)));
        Assert.That(inside, Has.Some.EqualTo(ElementType.UInt8).And.None.EqualTo(ElementType.Int8));
    }

    [Test]
    public void The_quantized_model_computes_as_the_formula_says()
    {
        Model model = _int8.ToOnnx().Model;
        Model input = _int8.WithOutputs("half").ToOnnx().Model;
        double[] half = OnnxRunner.Run(input)["half"].Values, result = OnnxRunner.Run(model)["result"].Values;
        // -(half - 3) * 0.5 is on the grid again, but for what does not fit.
        Assert.That(result, Is.EqualTo(half.Select(q => Math.Clamp(6 - q, -128, 127))));
    }

    [TestCase(ElementType.Int16)]
    [TestCase(ElementType.UInt8)]
    public void Other_types_stay_as_they_are(ElementType type)
    {
        Graph graph = Converter.FromModel(FakeFormat.Model(type, new QuantizationParameters(0.5f, 0))).ToOnnx(21).Model.Graph;
        Assert.That(graph.Nodes.SelectMany(node => node.Outputs).Where(value => value.ElementType != ElementType.Float).Select(value => value.ElementType), Has.All.EqualTo(type));
    }

    [Test]
    public void Dequantizing_makes_a_float_model()
    {
        Graph graph = _int8.Dequantize().ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].ElementType, graph.Outputs[0].ElementType), Is.EqualTo((ElementType.Float, ElementType.Float)));
        Assert.That(graph.Nodes.Select(node => node.OpType), Has.None.Contains("Quantize"));
    }

    [Test]
    public void Dequantizing_can_keep_the_integer_boundary()
    {
        Graph graph = _int8.Dequantize(keepIntegerBoundary: true).ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].ElementType, graph.Outputs[0].ElementType), Is.EqualTo((ElementType.Int8, ElementType.Int8)));
        Assert.That((graph.Nodes.Count(node => node.Is("DequantizeLinear")), graph.Nodes.Count(node => node.Is("QuantizeLinear"))), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Passing_through_gives_the_declared_type()
    {
        Node twist = Converter.FromModel(FakeFormat.Model(ElementType.Int8, new QuantizationParameters(0.5f, 3), "TWIST")).PassThrough("TWIST").ToOnnx().Model.Graph.Nodes.Single(node => node.OpType == "TWIST");
        Assert.That((twist.Domain, twist.Inputs[0]!.ElementType, twist.Outputs[0].ElementType), Is.EqualTo(("tflite", ElementType.Int8, ElementType.Int8)));
    }
}
