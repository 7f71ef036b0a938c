using OnnxConvert.Conformance.Running;

namespace OnnxConvert.Conformance;

/// <summary>The recorded data that are too large for the repository; ignored where they are not at hand.</summary>
[Category("Slow")]
internal sealed class RecordedSuiteTests
{
    [Test]
    public void Corpus_models_compute_what_TFLite_computes() => Expectation.Holds(
        SuiteRequest.Models(SharedData.Require("corpus", "models"), SharedData.Require("corpus", "golden")) with { Opset = 13 },
        "models-opset13.txt");

    [Test]
    public void Operator_cases_compute_what_TFLite_computes() => Expectation.Holds(
        SuiteRequest.Cases(SharedData.Require("cases", "operators.zip")), "operators-opset18.txt");
}
