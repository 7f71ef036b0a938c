using Acme.Models;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;
using OnnxConvert.TfLite;

namespace OnnxConvert.Extensibility;

public class HandlerTests
{
    private static Conversion WithExamples(Conversion conversion) => conversion.Using(typeof(SoftshrinkHandler).Assembly);

    [Test]
    public void A_handler_found_by_its_attribute_converts_a_custom_operator()
    {
        ConversionResult result = WithExamples(new SourceGraph().Custom("Softshrink").Convert()).ToOnnx(18);
        Assert.That(SourceGraph.Run(result, -2f, -0.25f, 0.5f, 1f), Is.EqualTo(new[] { -1.5f, 0f, 0f, 0.5f }));
    }

    [Test]
    public void A_handler_reads_the_options_of_its_operator()
    {
        // A FlexBuffer of {"lambda": 0.25}: the float, the key, the keys, the map with its types, the root.
        byte[] options =
        [
            .. BitConverter.GetBytes(0.25f), .. "lambda\0"u8, 1, 8, 1, 1, 1, 16, (8 << 2) | 2, 2, 9 << 2, 1,
        ];
        ConversionResult result = WithExamples(new SourceGraph().Custom("Softshrink", options: options).Convert()).ToOnnx(18);
        Assert.That(SourceGraph.Run(result, -2f, -0.25f, 0.5f, 1f), Is.EqualTo(new[] { -1.75f, 0f, 0.25f, 0.75f }));
    }

    [Test]
    public void A_real_view_of_a_quantized_tensor_gets_its_quantize_and_dequantize_nodes()
    {
        var parameters = new QuantizationParameters(0.5f, 0);
        ConversionResult result = WithExamples(new SourceGraph(ElementType.Int8, parameters).Custom("Softshrink").Convert()).ToOnnx(18);
        Assert.That(SourceGraph.Run<sbyte>(result, -4, -1, 0, 4), Is.EqualTo(new sbyte[] { -3, 0, 0, 3 }));
    }

    [Test]
    public void A_raw_view_moves_the_stored_integers_without_quantize_and_dequantize_nodes()
    {
        var parameters = new QuantizationParameters(0.5f, 3);
        ConversionResult result = WithExamples(new SourceGraph(ElementType.UInt8, parameters).Custom("EveryOther", columns: 2).Convert()).ToOnnx(18);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Model.Graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Slice" }));
            Assert.That(SourceGraph.Run<byte>(result, 9, 8, 7, 6), Is.EqualTo(new byte[] { 9, 7 }));
        }
    }

    [TestCase(13)]
    [TestCase(18)]
    public void A_consumers_handler_replaces_the_built_in_one_and_the_report_says_so(int opset)
    {
        ConversionResult result = WithExamples(new SourceGraph().Builtin(TfLiteOps.HardSwish).Convert()).ToOnnx(opset);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Report.Operators.Single().BecameOps, Is.EqualTo(new[] { "HardSigmoid", "Mul" }));
            Assert.That(result.Report.Remarks, Has.One.EqualTo("HARD_SWISH: Acme.Models.HardSwishByHardSigmoidHandler replaces OnnxConvert.TfLite.Handlers.HardSwishHandler"));
            Assert.That(SourceGraph.Run(result, -4f, -1f, 1f, 4f), Is.EqualTo(new[] { 0f, -1 / 3f, 2 / 3f, 4f }).Within(1e-6f));
        }
    }

    [Test]
    public void A_consumers_handler_for_all_opsets_replaces_a_built_in_one_that_starts_at_a_higher_opset()
    {
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.ResizeBilinear).Convert()
            .Configure(registry => registry.AddHandler(TfLiteOps.Domain, TfLiteOps.ResizeBilinear, new EmitHandler("Neg")));
        Assert.That(conversion.ToOnnx(18).Report.Operators.Single().BecameOps, Is.EqualTo(new[] { "Neg" }));
    }

    [Test]
    public void Of_one_modules_handlers_the_one_with_the_highest_opset_not_above_the_target_is_taken()
    {
        Conversion conversion = new SourceGraph().Custom("Foo").Convert().Configure(registry =>
        {
            registry.AddHandler(TfLiteOps.CustomDomain, "Foo", new EmitHandler("Neg"));
            registry.AddHandler(TfLiteOps.CustomDomain, "Foo", new EmitHandler("Abs"), minOpset: 13);
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(conversion.ToOnnx(12).Report.Operators.Single().BecameOps, Is.EqualTo(new[] { "Neg" }));
            Assert.That(conversion.ToOnnx(13).Report.Operators.Single().BecameOps, Is.EqualTo(new[] { "Abs" }));
        }
    }

    [Test]
    public void Conversions_with_different_handlers_run_at_once()
    {
        Conversion source = new SourceGraph().Custom("Foo").Convert();
        Conversion[] conversions = [.. new[] { "Neg", "Abs" }.Select(opType =>
            source.Configure(registry => registry.AddHandler(TfLiteOps.CustomDomain, "Foo", new EmitHandler(opType))))];
        string[] became = new string[200];
        Parallel.For(0, became.Length, i => became[i] = conversions[i % 2].ToOnnx(18).Report.Operators.Single().BecameOps.Single());
        Assert.That(became, Is.EqualTo(Enumerable.Range(0, became.Length).Select(i => i % 2 == 0 ? "Neg" : "Abs")));
    }

    [Test]
    public void An_assembly_without_registrations_is_an_argument_error_that_says_what_to_do()
    {
        Conversion conversion = new SourceGraph().Convert();
        Assert.That(() => conversion.Using(typeof(object).Assembly), Throws.ArgumentException
            .With.Message.Contains("System.Private.CoreLib registers no handlers, rewriters or optimizers")
            .And.Message.Contains("[OpHandler], [Rewriter] or [Optimizer]"));
    }
}
