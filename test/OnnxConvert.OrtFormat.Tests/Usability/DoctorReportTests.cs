using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>What people reported of the doctor, on their files.</summary>
public class DoctorReportTests
{
    [Test]
    public void CoreML_takes_open_sizes_and_NNAPI_does_not()
    {
        Diagnosis diagnosis = ModelDoctor.Examine(OnnxModel.Load(Report("doctor-onnx", "dynamic.onnx")));
        Assert.That(diagnosis.Providers[0].Findings.Select(finding => finding.Problem), Has.Some.Contains("has no fixed size"));
        foreach (ProviderDiagnosis coreML in diagnosis.Providers.Skip(1))
            Assert.That(coreML.Findings.Select(finding => finding.Problem), Has.None.Contains("size"), coreML.Name);
    }

    [Test]
    public void A_model_that_contradicts_itself_is_said_to_be_invalid() =>
        Assert.That(() => ModelDoctor.Examine(OnnxModel.Load(Report("doctor-onnx", "concat_scalars.onnx"))), Throws.InstanceOf<InvalidModelException>());

    [Test]
    public void A_quantized_operator_counts_as_one_unit()
    {
        ProviderDiagnosis nnapi = ModelDoctor.Examine(OnnxModel.Load(Report("doctor-qdq-units", "m.onnx"))).Providers[0];
        TestContext.Out.WriteLine($"{nnapi.Verdict} {nnapi.Partitioning.SupportedNodes} of {nnapi.Partitioning.Nodes}: {string.Join('\n', nnapi.Findings)}");
        Assert.That(nnapi.Findings.Select(finding => finding.Problem), Has.None.Contains("constant").And.None.Contains("int32"));
        Assert.That(nnapi.Partitioning.SupportedNodes, Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public void An_operator_that_a_configuration_names_twice_is_told()
    {
        var joined = RequiredOperators.Load(Report("reduced-config", "joined.config"));
        Assert.That(joined.NamedTwice, Is.EqualTo(new[] { "ai.onnx.ReduceProd" }));
        Assert.That(RequiredOperators.Parse(joined.ToString()).NamedTwice, Is.Empty);
    }

    [Test]
    public void A_file_without_IR_version_is_told_and_a_model_is_not()
    {
        Model model = Samples.Relu();
        model.IrVersion = 0;
        Assert.That(ModelDoctor.Examine(model).Stock.Runs, Is.True);

        // The version is the first field of the file: a tag and a number.
        byte[] file = model.ToBytes();
        AssertProblem(OnnxModel.Load(file.AsMemory(2)), "states no IR version");
    }

    [Test]
    public void An_inner_graph_that_the_file_has_out_of_order_is_told()
    {
        Model model = Samples.Branches();
        Graph branch = model.Graph.Nodes.Last().Attributes.Find("then_branch")!.Graph;
        Node late = branch.AddNode("Neg", [branch.Outputs[0]]);
        Node early = branch.InsertBefore(late, "Abs", [late.AddOutput("negative")]);
        branch.SetOutput(0, early.AddOutput("result"));
        AssertProblem(OnnxModel.Load(model.ToBytes()), "has nodes out of order");
    }

    private static void AssertProblem(Model model, string problem)
    {
        RuntimeDiagnosis stock = ModelDoctor.Examine(model).Stock;
        Assert.That(stock.Runs, Is.False);
        Assert.That(stock.Findings.Select(finding => finding.Problem), Has.Some.Contains(problem));
    }

    private static string Report(params ReadOnlySpan<string> parts) => Path.Combine([TestData.Reports, .. parts]);
}
