
namespace OnnxConvert.Conformance.Running;

/// <summary>Judges files of another converter whose results are known, so that this program is judged too.</summary>
internal sealed class CaseRunnerTests
{
    [TestCase("resnet14-float", 40, 0)]
    [TestCase("resnet14-int8", 122, 82)]
    public void Correct_files_pass_and_are_counted(string name, int nodes, int quantizeDequantize)
    {
        var result = Run(name);
        Assert.That(result.Stage, Is.EqualTo(Stage.Pass), result.Error);
        Assert.That(result.Counts, Is.EqualTo(new NodeCounts(nodes, Transposes: 1, quantizeDequantize)));
    }

    [Test]
    public void Another_input_gives_a_wrong_result()
    {
        var @case = Case("resnet14-float");
        var other = @case with { Steps = [@case.Steps[0] with { Inputs = @case.Steps[1].Inputs }] };
        Assert.That(Runner().Run(other).Stage, Is.EqualTo(Stage.Wrong));
    }

    [Test]
    public void A_pass_that_a_blind_model_would_reach_is_called_weak()
    {
        // Random weights under a softmax: the recorded outputs hardly depend on the input.
        Assert.That(Run("mobilenet-v2-float").Weak, Is.True);
        Assert.That(Run("resnet14-float").Weak, Is.False);
    }

    [Test]
    public void Bytes_that_are_no_model_fail_to_load()
    {
        var runner = new CaseRunner(new Thrower(() => new ConvertedModel([1, 2, 3], [])), new ConvertSettings(18), StockRuntime.Instance);
        Assert.That(runner.Run(new ConformanceCase("x", ModelSource.File("x"))).Stage, Is.EqualTo(Stage.Convert).Or.EqualTo(Stage.Load));
    }

    [Test]
    public void An_undocumented_exception_is_a_failure_even_without_recorded_data()
    {
        var runner = new CaseRunner(new Thrower(() => throw new FormatException("oops")), new ConvertSettings(18), StockRuntime.Instance);
        var result = runner.Run(new ConformanceCase("x", ModelSource.File("x")) { SkipReason = "TFLite: no" });
        Assert.That(result.Stage, Is.EqualTo(Stage.Convert));
        Assert.That(result.Error, Does.StartWith("FormatException: oops"));
    }

    [Test]
    public void A_refusal_of_what_TFLite_refuses_is_skipped()
    {
        var runner = new CaseRunner(
            new Thrower(() => throw new ConversionRefusedException(Stage.Invalid, ["broken"])), new ConvertSettings(18), StockRuntime.Instance);
        var @case = new ConformanceCase("x", ModelSource.File("x"));
        Assert.That(runner.Run(@case).Stage, Is.EqualTo(Stage.Invalid));
        Assert.That(runner.Run(@case with { SkipReason = "TFLite: no" }).Stage, Is.EqualTo(Stage.Skipped));
    }

    private static CaseResult Run(string name) => Runner().Run(Case(name));

    private static CaseRunner Runner() => new(new RecordedConverter(SharedData.Require("perf", "tf2onnx")), new ConvertSettings(18), StockRuntime.Instance);

    private static ConformanceCase Case(string name) =>
        GoldenFolder.Read(SharedData.Require("perf", name + ".tflite"), SharedData.Require("perf", "golden"));

    private sealed class Thrower(Func<ConvertedModel> convert) : IModelConverter
    {
        public ConvertedModel Convert(ModelSource model, ConvertSettings settings) => convert();
    }
}
