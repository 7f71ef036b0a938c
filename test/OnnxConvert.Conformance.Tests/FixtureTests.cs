using OnnxConvert.Conformance.Running;

namespace OnnxConvert.Conformance;

/// <summary>The models in test/data, which every clone has.</summary>
internal sealed class FixtureTests
{
    [TestCase(9)]
    [TestCase(11)]
    [TestCase(13)]
    [TestCase(18)]
    [TestCase(21)]
    [TestCase(26)]
    public void Fixtures_compute_what_TFLite_computes(int opset) => Expectation.Holds(
        SuiteRequest.Models(TestData.Fixtures, Path.Combine(TestData.Fixtures, "golden")) with { Opset = opset, Jobs = 1 },
        $"fixtures-opset{opset}.txt");
}
