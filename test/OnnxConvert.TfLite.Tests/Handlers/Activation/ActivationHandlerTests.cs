using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ActivationHandlerTests
{
    private static readonly float[] Arguments = [-5, -2.5f, -0.5f, 0, 0.5f, 1.5f, 7];

    private static readonly (string Op, string? Option, float Value, Func<double, double> Function)[] Operators =
    [
        (TfLiteOps.Relu, null, 0, x => Math.Max(x, 0)),
        (TfLiteOps.Relu6, null, 0, x => Math.Clamp(x, 0, 6)),
        (TfLiteOps.ReluN1To1, null, 0, x => Math.Clamp(x, -1, 1)),
        (TfLiteOps.Relu0To1, null, 0, x => Math.Clamp(x, 0, 1)),
        (TfLiteOps.Tanh, null, 0, Math.Tanh),
        (TfLiteOps.Logistic, null, 0, x => 1 / (1 + Math.Exp(-x))),
        (TfLiteOps.Elu, null, 0, x => x < 0 ? Math.Exp(x) - 1 : x),
        (TfLiteOps.LeakyRelu, "alpha", 0.25f, x => x < 0 ? x * 0.25 : x),
        (TfLiteOps.HardSwish, null, 0, x => x * Math.Clamp(x + 3, 0, 6) / 6),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from entry in Operators
        from opset in (int[])[9, 13, 20]
        select new TestCaseData(entry.Op, entry.Option, entry.Value, entry.Function, opset).SetArgDisplayNames(entry.Op, opset.ToString());

    [TestCaseSource(nameof(Cases))]
    public void Computes_each_element(string op, string? option, float value, Func<double, double> function, int opset)
    {
        var source = new SourceBuilder(op).Input(Arguments).Output(ElementType.Float);
        if (option is not null)
            source.Option(option, value);
        Assert.That(source.Run<float>(opset), Is.EqualTo(Arguments.Select(x => (float)function(x))).Within(1e-5f));
    }

    [Test]
    public void Gelu_is_the_same_as_one_node_and_written_out([Values(0L, 1L)] long approximate)
    {
        var source = new SourceBuilder(TfLiteOps.Gelu).Input(Arguments).Output(ElementType.Float).Option("approximate", approximate);
        Assert.That(source.Run<float>(18), Is.EqualTo(source.Run<float>(20)).Within(1e-5f));
        Assert.That(source.Operators(20), Is.EqualTo(new[] { "Gelu" }));
    }

    [Test]
    public void PRelu_broadcasts_alpha_over_the_channels()
    {
        var source = new SourceBuilder(TfLiteOps.PRelu)
            .Input<float>([-1, -1, 2, -2], [1, 2, 1, 2])
            .Constant<float>([0.5f, 3], [1, 1, 2])
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { -0.5f, -3, 2, -6 }));
    }

    [Test]
    public void Relu6_limits_equal_quantization_as_stored()
    {
        var source = new SourceBuilder(TfLiteOps.Relu6)
            .Input<sbyte>([-128, -8, 0, 60, 127], quantization: new(0.1f, -8))
            .Output(ElementType.Int8, new(0.1f, -8));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { -8, -8, 0, 52, 52 }));
    }

    [Test]
    public void Relu_requantizes_where_the_output_is_quantized_otherwise()
    {
        var source = new SourceBuilder(TfLiteOps.Relu)
            .Input<sbyte>([-128, -8, 2, 127], quantization: new(0.1f, -8))
            .Output(ElementType.Int8, new(0.05f, -128));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { -128, -128, -108, 127 }));
    }
}
