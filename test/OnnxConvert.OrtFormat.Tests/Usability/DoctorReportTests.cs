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

    private static string Report(params ReadOnlySpan<string> parts) => Path.Combine([TestData.Reports, .. parts]);
}
