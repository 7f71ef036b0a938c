using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class UnaryHandlerTests
{
    private static readonly float[] Arguments = [0.25f, 1.5f, 2.5f, 3.75f, -0.5f, -2.75f];

    private static readonly (string Op, Func<float, double> Function)[] Operators =
    [
        (TfLiteOps.Abs, x => Math.Abs(x)),
        (TfLiteOps.Neg, x => -x),
        (TfLiteOps.Exp, x => Math.Exp(x)),
        (TfLiteOps.Log, x => Math.Log(x)),
        (TfLiteOps.Sqrt, x => Math.Sqrt(x)),
        (TfLiteOps.Rsqrt, x => 1 / Math.Sqrt(x)),
        (TfLiteOps.Square, x => (double)x * x),
        (TfLiteOps.Sin, x => Math.Sin(x)),
        (TfLiteOps.Cos, x => Math.Cos(x)),
        (TfLiteOps.Floor, x => Math.Floor(x)),
        (TfLiteOps.Ceil, x => Math.Ceiling(x)),
        (TfLiteOps.Round, x => Math.Round(x)),
        (TfLiteOps.Sign, x => Math.Sign(x)),
        (TfLiteOps.ZerosLike, _ => 0),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from entry in Operators from opset in (int[])[9, 18] select new TestCaseData(entry.Function, opset).SetArgDisplayNames(entry.Op, opset.ToString()).SetProperty("op", entry.Op);

    [TestCaseSource(nameof(Cases))]
    public void Computes_each_element(Func<float, double> function, int opset)
    {
        string op = (string)TestContext.CurrentContext.Test.Properties.Get("op")!;
        float[] result = new SourceBuilder(op).Input(Arguments).Output(ElementType.Float).Run<float>(opset);
        Assert.That(result, Is.EqualTo(Arguments.Select(x => (float)function(x))).Within(1e-5f));
    }

    [Test]
    public void Negates_the_stored_integers_of_a_quantized_tensor()
    {
        var source = new SourceBuilder(TfLiteOps.Neg)
            .Input<sbyte>([5, -7, 0], quantization: new(0.5f, 3))
            .Output(ElementType.Int8, new(0.5f, 3));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { -5, 7, 0 }));
    }
}
