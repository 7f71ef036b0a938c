using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>The examples of docs/required-operators.md.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class UsageTests
{
    private string _folder = "";

    [SetUp]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("onnxconvert-test-").FullName;
        Save("detector.ort", ElementType.Int8);
        Save("classifier.onnx", ElementType.Float);
    }

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void From_models_to_a_configuration()
    {
        string detector = Path.Combine(_folder, "detector.ort");
        string classifier = Path.Combine(_folder, "classifier.onnx");
        string config = Path.Combine(_folder, "required_operators_and_types.config");

        #region write
        var usage = new OperatorUsage();
        usage.Add("detector.ort", OrtModel.Load(detector).Model);
        usage.Add("classifier.onnx", OnnxModel.Load(classifier).ToOrt().Model);

        RequiredOperators required = usage.Required();
        required.Save(config);
        #endregion

        Assert.That(File.ReadAllText(config), Is.EqualTo("ai.onnx;14;Relu{\"inputs\": {\"0\": [\"float\", \"int8_t\"]}}\n"));

        #region explain
        foreach (OperatorUse use in usage.Explain("Relu", "int8_t"))
            Console.WriteLine(use);   // detector.ort: ai.onnx.Relu-14 'scores' {"inputs": {"0": ["int8_t"]}}
        #endregion

        Assert.That(usage.Explain("Relu", "int8_t").Single().ToString(), Is.EqualTo("detector.ort: ai.onnx.Relu-14 'scores' {\"inputs\": {\"0\": [\"int8_t\"]}}"));
    }

    [Test]
    public void Of_a_configuration()
    {
        #region check
        RequiredOperators shipped = RequiredOperators.Parse("""ai.onnx;14;Relu{"inputs": {"0": ["float"]}}""");
        Model model = OrtModel.Load(Path.Combine(_folder, "detector.ort")).Model;

        IReadOnlyList<UnmetRequirement> lacks = shipped.Check(model);
        RequiredOperators needed = RequiredOperators.Of(model);
        RequiredOperators more = needed.Except(shipped);          // what the next build needs on top
        RequiredOperators next = shipped.Union(needed);
        #endregion

        Assert.That(lacks.Single().Reason, Does.Contain("int8_t at input 0"));
        Assert.That(more.ToString(), Is.EqualTo("ai.onnx;14;Relu{\"inputs\": {\"0\": [\"int8_t\"]}}\n"));
        Assert.That(next.Check(model), Is.Empty);
    }

    [Test]
    public void By_a_runtime()
    {
        RequiredOperators required = RequiredOperators.Parse("""ai.onnx;14;Relu{"inputs": {"0": ["float"]}}""");

        #region select
        bool kernel = required.NeedsKernel("ai.onnx", "Relu", firstVersion: 14);
        bool floats = required.NeedsInput("ai.onnx", "Relu", 0, ElementType.Float);
        bool bytes = required.NeedsInput("ai.onnx", "Relu", 0, ElementType.Int8);
        #endregion

        Assert.That((kernel, floats, bytes), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void Of_the_doctor()
    {
        string path = Path.Combine(_folder, "classifier.onnx");

        #region doctor
        Diagnosis diagnosis = ModelDoctor.Examine(OnnxModel.Load(path));
        Console.WriteLine(diagnosis.Stock.Since);                 // the first release of ONNX Runtime that takes it
        foreach (ProviderDiagnosis provider in diagnosis.Providers)
            Console.WriteLine($"{provider.Name}: {provider.Verdict}, {provider.Partitioning.SupportedNodes} of {provider.Partitioning.Nodes} nodes");
        #endregion

        Assert.That(diagnosis.Providers.Select(provider => provider.Verdict), Is.All.EqualTo(Verdict.Yes));
    }

    private void Save(string name, ElementType type)
    {
        var graph = new Graph("g");
        Node node = graph.AddNode("Relu", [graph.AddInput("x", new TensorType(type, Shape.Of(1, 2)))]);
        node.Name = "scores";
        graph.AddOutput(node.AddOutput("y", new TensorType(type, Shape.Of(1, 2))));
        var model = new Model(graph) { OpsetImports = { [""] = 18 } };
        string path = Path.Combine(_folder, name);
        if (name.EndsWith(".ort", StringComparison.Ordinal))
            model.ToOrt().Save(path);
        else
            OnnxModel.Save(model, path);
    }
}
