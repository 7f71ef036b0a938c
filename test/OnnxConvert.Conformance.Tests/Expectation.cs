using OnnxConvert.Conformance.Reporting;
using OnnxConvert.Conformance.Running;

namespace OnnxConvert.Conformance;

/// <summary>Runs a suite and holds it against its list of known failures.</summary>
internal static class Expectation
{
    private const int Shown = 40;

    /// <summary>The lists are those of ONNX Runtime's defaults on a processor with VNNI; on others the option gives the same.</summary>
    private static bool PreciseSums => Environment.GetEnvironmentVariable("ONNXCONVERT_PRECISE_SUMS") == "1";

    public static void Holds(SuiteRequest request, string list)
    {
        var results = SuiteRunner.Run(request with { RuntimeSettings = request.RuntimeSettings with { PreciseSums = PreciseSums } });
        var contradictions = KnownFailures.Read(KnownList.Path(list)).Contradictions(results);
        string summary = ResultTable.Summary(results);
        TestContext.Out.WriteLine($"{list}: {summary}");
        Assert.That(
            contradictions, Is.Empty,
            () => $"{summary}; not as {list} says:\n{string.Join('\n', contradictions.Take(Shown))}");
    }
}
