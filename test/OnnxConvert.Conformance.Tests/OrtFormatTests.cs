using OnnxConvert.Conformance.OrtFormat;
using OnnxConvert.Conformance.Reporting;

namespace OnnxConvert.Conformance;

/// <summary>Models through the ORT format compute bit for bit what their ONNX files compute.</summary>
[NonParallelizable]
internal sealed class OrtFormatTests
{
    [Test]
    public void Fixtures_compute_the_same() => Holds(TestData.Fixtures, "ort-fixtures.txt");

    [Test]
    [Category("Slow")]
    public void Models_of_the_ONNX_backend_tests_compute_the_same() => Holds(SharedData.Require("onnx-backend-tests"), "ort-backend.txt");

    private static void Holds(string folder, string list)
    {
        IReadOnlyList<OrtResult> results = OrtSuite.Run(folder, only: null, _ => { });
        TestContext.Out.WriteLine($"{list}: {OrtSuite.Summary(results)}");
        Assert.That(KnownFailures.Read(KnownList.Path(list)).Contradictions([.. results.Select(r => r.ToCaseResult())]), Is.Empty);
    }
}
