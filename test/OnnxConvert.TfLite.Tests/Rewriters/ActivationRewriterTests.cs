using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>Activations that are spelled out: GELU, hard-swish, hard-sigmoid.</summary>
internal sealed class ActivationRewriterTests
{
    private static readonly float[] X = [-4, -3, -1, -0.5f, 0, 0.25f, 1, 2, 3, 5];
    private static readonly long[] Sizes = [10];

    [TestCase("cube by MUL")]
    [TestCase("cube by POW")]
    [TestCase("cube by SQUARE")]
    [TestCase("factored")]
    [TestCase("half last")]
    [TestCase("half first")]
    public void Approximate_gelu_in_any_order(string order)
    {
        var graph = new SourceGraph();
        graph.Output(TanhGelu(graph, graph.Input(X), order));
        float[] expected = [.. X.Select(x => (float)(0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))))];
        Assert.That(graph.Operators(20), Is.EqualTo(new[] { "Gelu" }));
        Assert.That(graph.Run<float>(20), Is.EqualTo(expected).Within(1e-6f));
        Assert.That(graph.Run<float>(13), Is.EqualTo(expected).Within(1e-6f));
    }

    [TestCase("wrong scale", "√(2 / π)")]
    [TestCase("wrong cubic", "0.044715")]
    [TestCase("wrong half", "not by 0.5")]
    public void Gelu_with_another_constant_is_left_alone(string order, string reason)
    {
        var graph = new SourceGraph();
        graph.Output(TanhGelu(graph, graph.Input(X), order));
        ConversionResult result = graph.Conversion().ToOnnx(20);
        Assert.That(result.Model.Graph.Nodes.Select(node => node.OpType), Does.Not.Contain("Gelu"));
        Assert.That(result.Report.Operators.SelectMany(op => op.Remarks), Has.Some.Contains(reason));
    }

    [Test]
    public void Gelu_whose_gate_is_read_elsewhere_is_left_alone()
    {
        var graph = new SourceGraph();
        Value y = TanhGelu(graph, graph.Input(X), "half last");
        graph.Output(y, graph.Graph.Nodes.Single(node => node.OpType == TfLiteOps.Tanh).Outputs[0]);
        Assert.That(graph.Operators(20), Does.Not.Contain("Gelu"));
    }

    [TestCase("Erf", true)]
    [TestCase("FlexErf", false)]
    public void Exact_gelu_by_the_custom_operator_erf(string erf, bool divides)
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X);
        Value scaled = divides ? graph.Add(TfLiteOps.Div, [x, graph.Scalar(MathF.Sqrt(2))], Sizes) : graph.Add(TfLiteOps.Mul, [x, graph.Scalar(MathF.Sqrt(0.5f))], Sizes);
        Value gate = graph.Add(TfLiteOps.Add, [graph.Add(erf, TfLiteOps.CustomDomain, [scaled], ElementType.Float, Sizes), graph.Scalar(1f)], Sizes);
        graph.Output(graph.Add(TfLiteOps.Mul, [graph.Add(TfLiteOps.Mul, [graph.Scalar(0.5f), x], Sizes), gate], Sizes));
        ConversionResult result = graph.Conversion().ToOnnx(20);
        Assert.That(result.Model.Graph.Nodes.Select(node => node.ToString()), Has.One.Items.And.One.StartsWith("Gelu"));
        Assert.That(result.Model.Graph.Nodes.Single().Attributes.String("approximate"), Is.EqualTo("none"));
    }

    [TestCase(3f, 1 / 6f, true, true)]
    [TestCase(3f, 1 / 6f, false, true)]
    [TestCase(3.1f, 1 / 6f, true, false)]
    [TestCase(3f, 0.2f, false, false)]
    public void Hard_swish_needs_its_constants(float shift, float scale, bool isFusedRelu6, bool isFused)
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X);
        Value gate = Gate(graph, x, shift, isFusedRelu6);
        graph.Output(graph.Add(TfLiteOps.Mul, [graph.Add(TfLiteOps.Mul, [x, gate], Sizes), graph.Scalar(scale)], Sizes));
        Assert.That(graph.Operators(14), isFused ? Is.EqualTo(new[] { "HardSwish" }) : Does.Not.Contain("HardSwish"));
        Assert.That(graph.Run<float>(), Is.EqualTo(X.Select(v => v * Math.Clamp(v + shift, 0, 6) * scale)).Within(1e-6f));
    }

    [TestCase(3f, true)]
    [TestCase(2f, false)]
    public void Hard_sigmoid_gates_another_tensor(float shift, bool isFused)
    {
        var graph = new SourceGraph();
        Value gate = graph.Add(TfLiteOps.Mul, [Gate(graph, graph.Input(X), shift, true), graph.Scalar(1 / 6f)], Sizes);
        graph.Output(graph.Add(TfLiteOps.Mul, [gate, graph.Input(X)], Sizes));
        Assert.That(graph.Operators(), isFused ? Is.EqualTo(new[] { "HardSigmoid", "Mul" }) : Does.Not.Contain("HardSigmoid"));
        Assert.That(graph.Run<float>(), Is.EqualTo(X.Select(v => v * Math.Clamp(v + shift, 0, 6) / 6)).Within(1e-6f));
    }

    [TestCase(3, true)]
    [TestCase(1, false)]
    public void Hard_sigmoid_hides_in_a_bias(int activation, bool isFused)
    {
        var graph = new SourceGraph();
        Value sum = graph.Add(TfLiteOps.FullyConnected, [graph.Input(X, 10, 1), graph.Constant<float>([2, -1], 2, 1), graph.Constant<float>([3, 4])], [10, 2], new NodeAttribute("fused_activation_function", (long)activation));
        graph.Output(graph.Add(TfLiteOps.Mul, [sum, graph.Scalar(1 / 6f)], [10, 2]));
        Assert.That(graph.Operators(), isFused ? Is.EqualTo(new[] { "Gemm", "HardSigmoid" }) : Does.Not.Contain("HardSigmoid"));
        float top = activation == 3 ? 6 : float.MaxValue;
        Assert.That(graph.Run<float>(), Is.EqualTo(X.SelectMany(v => new[] { (2 * v) + 3, 4 - v }).Select(v => Math.Clamp(v, 0, top) / 6)).Within(1e-6f));
    }

    /// <summary>Swish (opset 24) would be one operator, but ONNX Runtime 1.31 is slower with it: EfficientNet-B0 takes half as long again.</summary>
    [Test]
    public void Swish_stays_two_operators()
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X);
        graph.Output(graph.Add(TfLiteOps.Mul, [graph.Add(TfLiteOps.Logistic, [x], Sizes), x], Sizes));
        Assert.That(graph.Operators(24), Is.EqualTo(new[] { "Sigmoid", "Mul" }));
    }

    private static Value Gate(SourceGraph graph, Value x, float shift, bool isFused)
    {
        var relu6 = new NodeAttribute("fused_activation_function", isFused ? 3L : 0L);
        Value sum = graph.Add(TfLiteOps.Add, [x, graph.Scalar(shift)], Sizes, relu6);
        return isFused ? sum : graph.Add(TfLiteOps.Relu6, [sum], Sizes);
    }

    private static Value TanhGelu(SourceGraph graph, Value x, string order)
    {
        Value cubic = graph.Scalar(order == "wrong cubic" ? 0.0447f : 0.044715f);
        Value scale = graph.Scalar(order == "wrong scale" ? 0.8f : MathF.Sqrt(2 / MathF.PI));
        Value half = graph.Scalar(order == "wrong half" ? 0.6f : 0.5f);
        Value inner = order switch
        {
            "factored" => Mul(Mul(x, scale), Add(Mul(cubic, graph.Add(TfLiteOps.Square, [x], Sizes)), graph.Scalar(1f))),
            "cube by POW" => Mul(Add(x, Mul(graph.Add(TfLiteOps.Pow, [x, graph.Scalar(3f)], Sizes), cubic)), scale),
            "cube by SQUARE" => Mul(scale, Add(Mul(Mul(graph.Add(TfLiteOps.Square, [x], Sizes), x), cubic), x)),
            _ => Mul(Add(x, Mul(Mul(Mul(x, x), x), cubic)), scale),
        };
        Value gate = Add(graph.Add(TfLiteOps.Tanh, [inner], Sizes), graph.Scalar(1f));
        return order == "half first" ? Mul(Mul(half, x), gate) : order == "half last" ? Mul(Mul(x, gate), half) : Mul(x, Mul(gate, half));

        Value Add(Value a, Value b) => graph.Add(TfLiteOps.Add, [a, b], Sizes);
        Value Mul(Value a, Value b) => graph.Add(TfLiteOps.Mul, [a, b], Sizes);
    }
}
