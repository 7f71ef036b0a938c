using OnnxConvert.Conformance.Running;

namespace OnnxConvert.Conformance;

/// <summary>The recorded data that are too large for the repository; ignored where they are not at hand.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class RecordedSuiteTests
{
    [TestCase(13)]
    [TestCase(18)]
    public void Corpus_models_compute_what_TFLite_computes(int opset) => Expectation.Holds(
        SuiteRequest.Models(SharedData.Require("corpus", "models"), SharedData.Require("corpus", "golden")) with { Opset = opset },
        $"models-opset{opset}.txt");

    [Test]
    public void Backend_tests_compute_what_ONNX_expects() => Expectation.Holds(SuiteRequest.Backend(SharedData.Require("onnx-backend-tests")), "backend.txt");

    [TestCase("operators", 9)]
    [TestCase("operators", 11)]
    [TestCase("operators", 13)]
    [TestCase("operators", 18)]
    [TestCase("rare", 18)]
    [TestCase("tf2onnx-suite", 18)]
    public void Cases_compute_what_TFLite_computes(string archive, int opset) => Expectation.Holds(
        SuiteRequest.Cases(SharedData.Require("cases", $"{archive}.zip")) with { Opset = opset }, $"{archive}-opset{opset}.txt");
}
