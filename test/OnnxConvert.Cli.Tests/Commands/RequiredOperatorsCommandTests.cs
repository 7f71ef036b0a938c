using System.Text.Json;

namespace OnnxConvert.Cli.Commands;

internal sealed class RequiredOperatorsCommandTests
{
    private const string Types = """{"inputs": {"0": ["float"]}}""";

    [Test]
    public async Task Writes_what_all_models_need()
    {
        using var folder = new TemporaryFolder();
        string relu = folder.Add("models/b.onnx", "Relu");
        string abs = folder.Add("models/deep/a.ort", "Abs");
        folder.Add("models/b.optimized.onnx", "Exp");
        string config = folder.Path("needed.config");

        var run = await CommandRun.Of(new FakeModels(), "required-operators", folder.Path("models"), "-o", config, "--types");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Contain("2 operators of 2 models"));
        Assert.That(
            await File.ReadAllTextAsync(config),
            Is.EqualTo($"# Generated from model/s:\n# - {relu}\n# - {abs}\nai.onnx;13;Abs{Types}\nai.onnx;14;Relu{Types}\n"));
    }

    [Test]
    public async Task Writes_to_standard_output_and_adds_a_configuration()
    {
        using var folder = new TemporaryFolder();
        string config = folder.Add("more.config", "com.microsoft;1;Gelu");
        var run = await CommandRun.Of(new FakeModels(), "required-operators", folder.Add("a.onnx", "Relu"), "--config", config);
        Assert.That(run.Out, Does.EndWith("ai.onnx;14;Relu\ncom.microsoft;1;Gelu\n"));
    }

    [TestCase(false, "required_operators.config")]
    [TestCase(true, "required_operators_and_types.config")]
    public async Task A_folder_gets_the_name_that_the_reference_gives(bool types, string name)
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.onnx", "Relu");
        await CommandRun.Of(new FakeModels(), ["required-operators", model, "-o", folder.Path(""), .. types ? (string[])["--types"] : []]);
        Assert.That(folder.Files(), Does.Contain(name));
    }

    [TestCase("ai.onnx;14;Relu", 0, "runs with this configuration")]
    [TestCase("ai.onnx;14;Abs", 1, "ai.onnx.Relu-14: the operator is not in the configuration (node 'n')")]
    public async Task Checks_a_model(string configuration, int code, string says)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(
            new FakeModels(), "required-operators", "--check", folder.Add("a.onnx", "Relu"), "--config", folder.Add("a.config", configuration));
        Assert.That(run.ExitCode, Is.EqualTo(code), run.Error);
        Assert.That(run.Out, Does.Contain(says));
    }

    [Test]
    public async Task Explains_an_operator()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.onnx", "Relu");
        var text = await CommandRun.Of(new FakeModels(), "required-operators", model, "--explain", "Relu");
        Assert.That(text.Out.TrimEnd(), Is.EqualTo($"{model}: ai.onnx.Relu-14 {Types} (node 'n')"));
        var nothing = await CommandRun.Of(new FakeModels(), "required-operators", model, "--explain", "Conv");
        Assert.That(nothing.Out.TrimEnd(), Is.EqualTo("No model needs Conv."));
        var run = await CommandRun.Of(new FakeModels(), "required-operators", model, "--explain", "Relu", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement[0].GetProperty("types").GetProperty("inputs").GetProperty("0")[0].GetString(), Is.EqualTo("float"));
    }

    [TestCase("broken", "", 3, "node 3 reads what nobody writes")]
    [TestCase("Relu", "nonsense", 3, "line 1")]
    [TestCase("Relu", null, 2, "--config names it")]
    public async Task Says_what_is_wrong(string model, string? configuration, int code, string message)
    {
        using var folder = new TemporaryFolder();
        string[] config = configuration is null ? [] : ["--config", folder.Add("a.config", configuration)];
        var run = await CommandRun.Of(new FakeModels(), ["required-operators", folder.Add("a.onnx", model), "--check", .. config]);
        Assert.That(run.ExitCode, Is.EqualTo(code));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public async Task A_path_must_lead_to_models()
    {
        using var folder = new TemporaryFolder();
        folder.Add("empty/readme.txt", "");
        var run = await CommandRun.Of(new FakeModels(), "required-operators", folder.Path("empty"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("There is no .onnx, .ort or .tflite file"));
    }
}
