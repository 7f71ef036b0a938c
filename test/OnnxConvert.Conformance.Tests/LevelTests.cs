using OnnxConvert.Conformance.Levels;
using OnnxConvert.Conformance.Reporting;
using OnnxConvert.Conformance.Running;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance;

/// <summary>The operators that the optimization levels of the ORT format leave are those that ONNX Runtime leaves, each equally often.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class LevelTests
{
    private static readonly OptimizationLevel[] Levels = [OptimizationLevel.Basic, OptimizationLevel.Extended, OptimizationLevel.All];

    /// <summary>All levels at once, since most of the time goes into the conversion from TFLite.</summary>
    private static readonly Lazy<IReadOnlyList<IReadOnlyList<CaseResult>>> Corpus =
        new(() => LevelSuite.Run([SharedData.Require("corpus", "models")], [.. Levels.Select(level => new LevelRequest(level))]));

    [TestCase(OptimizationLevel.Basic, "levels-basic.txt")]
    [TestCase(OptimizationLevel.Extended, "levels-extended.txt")]
    [TestCase(OptimizationLevel.All, "levels-all.txt")]
    public void Corpus_models_are_optimized_as_by_ONNX_Runtime(OptimizationLevel level, string list)
    {
        SharedData.Require("corpus", "models");
        Holds(Corpus.Value[Array.IndexOf(Levels, level)], list);
    }

    [Test]
    public void Node_tests_are_optimized_as_by_ONNX_Runtime() =>
        Holds(LevelSuite.Run([SharedData.Require("onnx-backend-tests", "node")], [new LevelRequest(OptimizationLevel.Basic)])[0], "levels-basic-node.txt");

    private static void Holds(IReadOnlyList<CaseResult> results, string list)
    {
        string summary = $"{results.Count(result => result.Stage == Stage.Pass)} of {results.Count(result => result.Stage != Stage.Skipped)} equal";
        TestContext.Out.WriteLine($"{list}: {summary}");
        Assert.That(KnownFailures.Read(KnownList.Path(list)).Contradictions(results), Is.Empty, summary);
    }
}
