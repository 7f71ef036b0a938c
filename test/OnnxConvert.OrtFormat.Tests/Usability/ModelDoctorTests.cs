using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

public class ModelDoctorTests
{
    [TestCase(14, 0, "1.8")]
    [TestCase(18, 8, "1.14")]
    [TestCase(18, 10, "1.18")]
    [TestCase(22, 10, "1.21")]
    [TestCase(24, 11, "1.24")]
    [TestCase(26, 13, "1.25")]
    public void Opset_and_file_version_decide_the_release(int opset, int irVersion, string since)
    {
        Diagnosis diagnosis = ModelDoctor.Examine(One("Relu", ElementType.Float, opset, irVersion == 0 ? 7 : irVersion));
        Assert.That(diagnosis.Stock.Since, Is.EqualTo(since), string.Join('\n', diagnosis.Stock.Findings));
        Assert.That(diagnosis.Stock.Runs, Is.True);
    }

    [TestCase("Gelu", ElementType.Float, 20, "1.17", null)]
    [TestCase("Cos", ElementType.Double, 18, "1.29", "ai.onnx.Cos-7 ('y') has a CPU kernel for these types since ONNX Runtime 1.29")]
    [TestCase("SimplifiedLayerNormalization", ElementType.Float, 18, "1.14", null)]
    [TestCase("Affine", ElementType.Float, 9, "1.9", null)]
    [TestCase("com.microsoft:Gelu", ElementType.Float, 18, "1.14", "it is not known here")]
    public void Kernels_decide_the_release(string op, ElementType type, int opset, string since, string? note)
    {
        RuntimeDiagnosis stock = ModelDoctor.Examine(One(op, type, opset, 8)).Stock;
        Assert.That((stock.Runs, stock.Since), Is.EqualTo((true, since)));
        Assert.That(string.Join('\n', stock.Findings.Select(finding => $"{finding.Place} {finding.Problem}")), note is null ? Is.Empty : Does.Contain(note));
    }

    [Test]
    public void The_version_of_the_format_decides_the_release() =>
        Assert.That(ModelDoctor.Examine(One("Relu", ElementType.Float, 13, 7).ToOrt()).Stock.Since, Is.EqualTo("1.16"));

    [Test]
    public void What_is_newer_than_every_release_runs_from_an_ORT_file()
    {
        Diagnosis diagnosis = ModelDoctor.Examine(One("Relu", ElementType.Float, 27, 8));
        Assert.That(diagnosis.Stock.Runs, Is.False);
        Assert.That(string.Join('\n', diagnosis.Stock.Findings), Does.Contain("opset 27"));
        Assert.That(diagnosis.MinimalBuild.Runs, Is.True);
    }

    [TestCase("Relu", ElementType.UInt8, 18, "no CPU kernel for tensor(uint8) at input 0")]
    [TestCase("Rellu", ElementType.Float, 18, "is no operator of this opset")]
    [TestCase("Affine", ElementType.Float, 10, "is no operator of this opset")]
    [TestCase("com.microsoft:GemmFastGelu", ElementType.Float, 18, "has no CPU kernel")]
    [TestCase("com.microsoft:YieldOp", ElementType.Float, 18, "is no operator of ONNX Runtime")]
    [TestCase("com.acme:Magic", ElementType.Float, 18, "operator of com.acme")]
    public void What_stock_does_not_run_is_named(string op, ElementType type, int opset, string problem)
    {
        Diagnosis diagnosis = ModelDoctor.Examine(One(op, type, opset, 8));
        Assert.That(diagnosis.Stock.Runs, Is.False);
        Assert.That(diagnosis.Stock.Since, Is.Null);
        Assert.That(string.Join('\n', diagnosis.Stock.Findings), Does.Contain(problem));
        Assert.That(diagnosis.MinimalBuild.Runs, Is.False);
    }

    [TestCase("NNAPI", "Conv", 5, "takes 4 dimensions, not 5")]
    [TestCase("NNAPI", "Conv", 4, "needs weights that are constant")]
    [TestCase("CoreML MLProgram", "Conv", 4, null)]
    [TestCase("CoreML NeuralNetwork", "Erf", 4, "is no operator of CoreML NeuralNetwork")]
    [TestCase("CoreML MLProgram", "Sigmoid", 6, "more than 5 dimensions")]
    public void A_condition_of_an_accelerator_is_named(string provider, string opType, int rank, string? problem)
    {
        var graph = new Graph("g");
        var type = new TensorType(ElementType.Float, Shape.Of(Enumerable.Repeat(1L, rank).ToArray()));
        Value[] inputs = [.. Enumerable.Range(0, opType == "Conv" ? 2 : 1).Select(i => graph.AddInput($"x{i}", type))];
        graph.AddOutput(graph.AddNode(opType, inputs).AddOutput("y", type));
        ProviderDiagnosis diagnosis = ModelDoctor.Examine(new Model(graph) { IrVersion = 8, OpsetImports = { [""] = 18 } }).Providers.Single(p => p.Name == provider);
        Assert.That(diagnosis.Verdict, Is.EqualTo(problem is null ? Verdict.Yes : Verdict.No));
        if (problem is not null)
            Assert.That(string.Join('\n', diagnosis.Findings), Does.Contain(problem));
    }

    [Test]
    public void An_open_size_is_named_and_counted_as_if_it_were_fixed()
    {
        var graph = new Graph("g");
        var type = new TensorType(ElementType.Float, new Shape("N", 4));
        graph.AddOutput(graph.AddNode("Relu", [graph.AddInput("x", type)]).AddOutput("y", type));
        ProviderDiagnosis nnapi = ModelDoctor.Examine(new Model(graph) { IrVersion = 8, OpsetImports = { [""] = 18 } }).Providers[0];
        Assert.That((nnapi.Verdict, nnapi.WithFixedShapes!.Verdict), Is.EqualTo((Verdict.No, Verdict.Yes)));
        Assert.That(nnapi.Findings[0].ToString(), Does.StartWith("input 'x': has no fixed size: float32[N,4]"));
    }

    [Test]
    public void A_configuration_is_held_against_the_model()
    {
        Model model = One("Relu", ElementType.Float, 18, 8);
        Assert.That(ModelDoctor.Examine(model, RequiredOperators.Parse("ai.onnx;14;Relu")).Configured!.Runs, Is.True);
        RuntimeDiagnosis lacking = ModelDoctor.Examine(model, RequiredOperators.Parse("ai.onnx;14;Abs")).Configured!;
        Assert.That(lacking.Findings.Single().ToString(), Does.Contain("not in the configuration"));
    }

    [Test]
    public void A_configuration_is_held_against_what_the_model_is_converted_to()
    {
        var graph = new Graph("g");
        var type = new TensorType(ElementType.Float, Shape.Of(1, 1, 4, 4));
        Value weights = graph.AddInitializer("w", TensorData.Create<float>([1], 1, 1, 1, 1));
        Value product = graph.AddNode("Conv", [graph.AddInput("x", type), weights]).AddOutput("c", type);
        graph.AddOutput(graph.AddNode("Relu", [product]).AddOutput("y", type));
        var model = new Model(graph) { IrVersion = 8, OpsetImports = { [""] = 18 } };
        Assert.That(ModelDoctor.Examine(model, RequiredOperators.Of(model.ToOrt())).Configured!.Runs, Is.True);
        Assert.That(ModelDoctor.Examine(model, RequiredOperators.Of(model)).Configured!.Findings.Single().Place, Does.Contain("FusedConv"));
    }

    [Test]
    public void Every_kernel_of_the_table_is_of_a_known_operator() =>
        Assert.That(StockKernels.Find(new OperatorVersion("", "Conv", 11))!["T"], Is.SupersetOf(new[] { "tensor(float)" }));

    private static Model One(string op, ElementType type, int opset, int irVersion)
    {
        var graph = new Graph("g");
        string[] parts = op.Split(':');
        var tensor = new TensorType(type, Shape.Of(1, 2));
        Node node = graph.AddNode(parts[^1], [graph.AddInput("x", tensor)], parts.Length > 1 ? parts[0] : "");
        graph.AddOutput(node.AddOutput("y", tensor));
        return new Model(graph) { IrVersion = irVersion, OpsetImports = { [""] = opset } };
    }
}
