using OnnxConvert.Conformance.Configurations;
using OnnxConvert.Conformance.Foreign;
using OnnxConvert.Conformance.Reporting;
using OnnxConvert.Conformance.Running;
using OnnxConvert.Conformance.Usability;

namespace OnnxConvert.Conformance;

/// <summary>Configurations and diagnoses against those of ONNX Runtime's own tools; ignored where the recorded data are not at hand.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class RequiredOperatorsTests
{
    private static string Models => SharedData.Require("onnx-backend-tests", "..");

    [Test]
    public void Files_that_ONNX_Runtime_wrote_give_the_configurations_that_its_converter_wrote() =>
        Configurations(new StockSource(), "required-operators-stock.txt");

    [Test]
    public void Files_that_we_make_give_the_configurations_that_its_converter_wrote() =>
        Configurations(new OwnSource(), "required-operators-own.txt");

    [TestCase(false, "required-operators-doctor-stock.txt")]
    [TestCase(true, "required-operators-doctor-own.txt")]
    public void The_doctor_agrees_with_the_mobile_checker(bool own, string list)
    {
        var runner = new UsabilityRunner(Models, own);
        Hold([.. UsabilityCase.ReadAll(SharedData.Require("ort-golden", "usability.jsonl")).Select(runner.Run)], list);
    }

    [Test]
    public void The_doctor_knows_what_stock_ONNX_Runtime_loads()
    {
        string folder = SharedData.Require("onnx-backend-tests");
        var runner = new LoadRunner(folder);
        var names = Directory.EnumerateFiles(folder, "*.onnx", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path));
        Hold([.. names.Order(StringComparer.Ordinal).SelectMany(runner.Run)], "required-operators-loads.txt");
    }

    [Test]
    public void The_doctor_knows_which_models_of_other_people_stock_ONNX_Runtime_loads()
    {
        using var files = new ForeignFiles(SharedData.Require("reports", "onnx-models.zip"));
        var runner = new LoadRunner(files.Folder);
        Hold([.. files.Names.SelectMany(runner.Run)], "required-operators-loads-foreign.txt");
    }

    private static void Configurations(IConfigurationSource source, string list)
    {
        var runner = new ConfigurationRunner(Models, source);
        Hold([.. ConfigurationCase.ReadAll(SharedData.Require("ort-golden", "configs.jsonl")).Select(runner.Run)], list);
    }

    private static void Hold(IReadOnlyList<CaseResult> results, string list)
    {
        string summary = ResultTable.Summary(results);
        TestContext.Out.WriteLine($"{list}: {summary}");
        var contradictions = KnownFailures.Read(KnownList.Path(list)).Contradictions(results);
        Assert.That(contradictions, Is.Empty, () => $"{summary}; not as {list} says:\n{string.Join('\n', contradictions.Take(40))}");
    }
}
