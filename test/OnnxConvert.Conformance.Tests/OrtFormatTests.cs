using OnnxConvert.Conformance.Commands;
using OnnxConvert.Conformance.Foreign;
using OnnxConvert.Conformance.OrtFormat;
using OnnxConvert.Conformance.Reporting;

namespace OnnxConvert.Conformance;

/// <summary>Models through the ORT format compute what their ONNX files compute: our own bit for bit, other people's within what optimizations round.</summary>
[NonParallelizable]
internal sealed class OrtFormatTests
{
    [Test]
    public void Fixtures_compute_the_same() => Holds(TestData.Fixtures, "ort-fixtures.txt");

    [Test]
    [Category("Slow")]
    public void Models_of_the_ONNX_backend_tests_compute_the_same() => Holds(SharedData.Require("onnx-backend-tests"), "ort-backend.txt");

    [Test]
    [Category("Slow")]
    public void Models_of_other_people_compute_the_same()
    {
        using var files = new ForeignFiles(SharedData.Require("reports", "onnx-models.zip"));
        IReadOnlyList<CaseResult> results = ForeignCommand.Run(files, _ => true);
        TestContext.Out.WriteLine($"foreign.txt: {ResultTable.Summary(results)}");
        Assert.That(KnownFailures.Read(KnownList.Path("foreign.txt")).Contradictions(results), Is.Empty);
    }

    private static void Holds(string folder, string list)
    {
        IReadOnlyList<OrtResult> results = OrtSuite.Run(folder, only: null, _ => { });
        TestContext.Out.WriteLine($"{list}: {OrtSuite.Summary(results)}");
        Assert.That(KnownFailures.Read(KnownList.Path(list)).Contradictions([.. results.Select(r => r.ToCaseResult())]), Is.Empty);
    }
}
