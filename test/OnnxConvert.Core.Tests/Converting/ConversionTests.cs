using OnnxConvert.Checking;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Converting;

public class ConversionTests
{
    private readonly Conversion _conversion = Converter.FromModel(FakeFormat.Model());

    [OneTimeTearDown]
    public void Dispose() => _conversion.Dispose();

    [Test]
    public void Names_types_and_description_are_those_of_the_source()
    {
        Model model = _conversion.ToOnnx().Model;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Mul", "Neg" }));
            Assert.That(model.Graph.Inputs[0].ToString(), Is.EqualTo("'image' float32[1,2,3,4]"));
            Assert.That(model.Graph.Outputs[0].ToString(), Is.EqualTo("'result' float32[1,2,3,4]"));
            Assert.That(model.Graph.Nodes.First().Outputs[0].Name, Is.EqualTo("half"));
            Assert.That((model.DocString, model.ProducerName, model.OpsetImports[""]), Is.EqualTo(("a test", "OnnxConvert", 18L)));
        }
    }

    [Test]
    public void The_report_tells_which_operator_forces_which_opset()
    {
        ConversionReport report = _conversion.Configure(registry => registry.AddHandler(FakeFormat.Domain, "HALVE", new FakeFormat.HalveHandler(), minOpset: 12)).ToOnnx(13).Report;
        Assert.That(report.MinOpset, Is.EqualTo(12));
        Assert.That(report.Operators.Single(op => op.MinOpset == 12).OpType, Is.EqualTo("HALVE"));
    }

    [Test]
    public void The_source_is_not_changed_and_a_set_up_can_be_used_again()
    {
        SourceModel source = FakeFormat.Model();
        Conversion conversion = Converter.FromModel(source).WithInputShape("image", 1, 5, 5, 4).InputsAsNchw("image").Rename("result", "y").WithOutputs("result");
        byte[] first = Bytes(conversion.ToOnnx());
        Assert.That(Bytes(conversion.ToOnnx()), Is.EqualTo(first));
        Assert.That(Bytes(conversion.ToOnnx(13)), Is.Not.EqualTo(first));
        Assert.That((source.Graph.Inputs[0].Shape, source.Graph.Outputs[0].Name), Is.EqualTo((Shape.Of(1, 2, 3, 4), "result")));
    }

    [Test]
    public async Task One_set_up_serves_several_threads()
    {
        byte[][] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Bytes(_conversion.ToOnnx()))));
        Assert.That(results, Has.All.EqualTo(results[0]));
    }

    [Test]
    public void Names_that_start_with_a_slash_are_kept()
    {
        Graph graph = _conversion.Rename("image", "/x").Rename("result", "/y").ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].Name, graph.Outputs[0].Name), Is.EqualTo(("/x", "/y")));
    }

    [Test]
    public void Input_shapes_can_be_fixed_and_opened()
    {
        Graph graph = _conversion.WithInputShape("image", -1, 7, 7, 4).ToOnnx().Model.Graph;
        Assert.That(graph.Inputs[0].Shape, Is.EqualTo(new Shape("image_dim0", 7, 7, 4)));
        Assert.That(graph.Outputs[0].Shape, Is.EqualTo(graph.Inputs[0].Shape));
    }

    [Test]
    public void Inputs_and_outputs_can_be_channels_first()
    {
        Graph graph = _conversion.InputsAsNchw("image").OutputsAsNchw("result").ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].Shape, graph.Outputs[0].Shape, graph.NodeCount), Is.EqualTo((Shape.Of(1, 4, 2, 3), Shape.Of(1, 4, 2, 3), 2)));
    }

    [Test]
    public void Channels_first_on_one_side_costs_one_transpose()
    {
        Graph graph = _conversion.OutputsAsNchw("result").ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].Shape, graph.Outputs[0].Shape, graph.NodeCount), Is.EqualTo((Shape.Of(1, 2, 3, 4), Shape.Of(1, 4, 2, 3), 3)));
    }

    [Test]
    public void Renaming_changes_inputs_and_outputs()
    {
        Graph graph = _conversion.Rename("image", "x").Rename("result", "half").ToOnnx().Model.Graph;
        Assert.That((graph.Inputs[0].Name, graph.Outputs[0].Name), Is.EqualTo(("x", "half")));
        Assert.That(graph.Nodes.First().Outputs[0].Name, Is.Not.EqualTo("half"));
    }

    [Test]
    public void Only_what_the_chosen_outputs_need_is_converted()
    {
        ConversionResult result = _conversion.WithOutputs("half").ToOnnx();
        Assert.That((result.Model.Graph.NodeCount, result.Model.Graph.Outputs.Single().Name, result.Report.Operators.Count), Is.EqualTo((1, "half", 1)));
        Assert.That(_conversion.WithOutputs("result", "half").ToOnnx().Model.Graph.Outputs.Select(value => value.Name), Is.EqualTo(new[] { "result", "half" }));
    }

    [Test]
    public void Wrong_names_are_answered_with_the_right_ones()
    {
        AssertNames(_conversion.WithInputShape("imag", 1, 2, 3, 4), "'imag'", "'image'");
        AssertNames(_conversion.InputsAsNchw("result"), "'result'", "'image'");
        AssertNames(_conversion.OutputsAsNchw("half"), "'half'", "'result'");
        AssertNames(_conversion.Rename("half", "y"), "'half'", "'image', 'result'");
        AssertNames(_conversion.WithOutputs("image"), "'image'", "'half', 'result'");
        AssertNames(_conversion.WithInputShape("image", 1, 2), "[1,2,3,4]", "[1,2]");

        static void AssertNames(Conversion conversion, string given, string right) =>
            Assert.That(() => conversion.ToOnnx(), Throws.ArgumentException.With.Message.Contains(given).And.Message.Contains(right));
    }

    [TestCase(8)]
    [TestCase(27)]
    public void Opsets_out_of_range_are_refused_with_the_range(int opset) =>
        Assert.That(() => _conversion.ToOnnx(opset), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("9 to 26"));

    [Test]
    public void Every_opset_gives_a_valid_model([Range(Conversion.MinOpset, Conversion.MaxOpset)] int opset)
    {
        Model model = Converter.FromModel(FakeFormat.Model(ElementType.Int8, new QuantizationParameters(0.5f, 3))).InputsAsNchw("image").ToOnnx(opset).Model;
        Assert.That((ModelChecker.Check(model), model.OpsetImports[""]), Is.EqualTo((Array.Empty<object>(), (long)opset)));
    }

    [Test]
    public void Cancelling_stops_the_conversion() =>
        Assert.That(() => _conversion.ToOnnx(cancellationToken: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void An_operator_without_handler_is_reported_with_its_place_and_a_way_out()
    {
        Conversion conversion = Converter.FromModel(FakeFormat.Model(last: "TWIST"));
        Assert.That(() => conversion.ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("TWIST").And.Message.Contains("layer/result").And.Message.Contains("PassThrough"));
    }

    [Test]
    public void An_operator_can_be_passed_through()
    {
        ConversionResult result = Converter.FromModel(FakeFormat.Model(last: "TWIST")).PassThrough("TWIST", "com.acme").ToOnnx();
        Node twist = result.Model.Graph.Nodes.Last();
        Assert.That((twist.Domain, twist.OpType, twist.Attributes.Int("level")), Is.EqualTo(("com.acme", "TWIST", 3L)));
        Assert.That((result.Model.OpsetImports["com.acme"], result.Model.Graph.Outputs[0].ToString()), Is.EqualTo((1L, "'result' float32[1,2,3,4]")));
    }

    [Test]
    public void The_report_says_what_became_of_each_operator()
    {
        ConversionReport report = _conversion.ToOnnx(13).Report;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.SourceFormat, report.Opset, report.NodeCount), Is.EqualTo(("fake", 13, 2)));
            Assert.That(report.Operators.Select(op => $"{op.OpType} {op.Name}: {string.Join(' ', op.BecameOps)}"), Is.EqualTo(new[] { "HALVE layer/half: Mul", "NEGATE layer/result: Neg" }));
            Assert.That(report.Operators[0].Remarks, Is.EqualTo(new[] { "halves are exact" }));
        }
    }

    [Test]
    public void The_report_says_which_passes_fired_and_which_handlers_were_replaced()
    {
        ConversionReport report = _conversion.InputsAsNchw("image").OutputsAsNchw("result").Using(new FakeFormat()).ToOnnx().Report;
        Assert.That(report.Passes.Keys, Has.Some.EqualTo("LayoutOptimizer"));
        Assert.That(report.Remarks, Has.Some.Contains("HALVE").And.Some.Contains("replaces"));
    }

    [Test]
    public void What_a_handler_fails_with_is_said_to_be_no_fault_of_the_model()
    {
        Conversion conversion = _conversion.Configure(registry => registry.AddHandler(FakeFormat.Domain, "NEGATE", new BrokenHandler()));
        Assert.That(() => conversion.ToOnnx(), Throws.TypeOf<InternalErrorException>().With.Message.Contains("layer/result").And.InnerException.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public void A_handler_that_sets_no_result_is_reported()
    {
        Conversion conversion = _conversion.Configure(registry => registry.AddHandler(FakeFormat.Domain, "NEGATE", new IdleHandler()));
        Assert.That(() => conversion.ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("tensor 'result'"));
    }

    private static byte[] Bytes(ConversionResult result)
    {
        using var stream = new MemoryStream();
        result.Save(stream);
        return stream.ToArray();
    }

    private sealed class BrokenHandler : IOpHandler
    {
        public void Convert(OpContext op) => throw new KeyNotFoundException();
    }

    private sealed class IdleHandler : IOpHandler
    {
        public void Convert(OpContext op)
        {
        }
    }
}
