using System.Text.Json;

namespace OnnxConvert.Cli.Commands;

internal sealed class InspectCommandTests
{
    [Test]
    public async Task Shows_the_model_as_text()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", "");
        var run = await CommandRun.Of(new FakeModels(), "inspect", model);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Is.EqualTo($"note: the version is odd{Environment.NewLine}"));
        Assert.That(run.Out.ReplaceLineEndings("\n"), Is.EqualTo($"""
            {model}  TFLite version 3, 1.5 KB
              description  made by hand
            inputs
              image  uint8[1,2]  −1 ≤ 0.0078125·(q − 128) ≤ 0.9921875
            outputs
            operators: 3
              CONV_2D  2
              ADD      1
            constants: 0, 0 B
            signatures
              serving_default  x (image) → y

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Lists_tensors_and_nodes_that_match()
    {
        string model = TestData.FixturePath("digits-cnn-float");
        var run = await CommandRun.Of(new ModelService(), "inspect", model, "--tensors", "--nodes", "--match", "softmax");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        string[] lines = run.Out.ReplaceLineEndings("\n").Split('\n');
        Assert.That(lines.Single(line => line.StartsWith("  SOFTMAX  ", StringComparison.Ordinal) && line.Contains('→', StringComparison.Ordinal)), Does.Contain(" → "));
        Assert.That(lines.Count(line => line.StartsWith("nodes: 1", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_match_goes_with_a_listing()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "inspect", folder.Add("a.tflite", ""), "--match", "x");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((ExitCodes.WrongUsage, $"error: --match goes with --tensors or --nodes.{Environment.NewLine}")));
    }

    [Test]
    public async Task Extracts_the_files_of_a_model()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", "good");
        var run = await CommandRun.Of(new FakeModels(), "inspect", model, "--extract", folder.Path("out"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(folder.Path("out/labels.txt")), Is.EqualTo("cat"));
        Assert.That(await File.ReadAllTextAsync(folder.Path("out/in/two.tflite")), Is.EqualTo("model"));
        run = await CommandRun.Of(new FakeModels(), "inspect", model, "--extract", folder.Path("out"));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage), "existing files are kept");
    }

    [Test]
    public async Task Nothing_is_extracted_when_a_path_leads_out_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "inspect", folder.Add("a.tflite", "evil"), "--extract", folder.Path("out"));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.InvalidModel));
        Assert.That(run.Error, Does.Contain("../evil.txt"));
        Assert.That(folder.Files(), Is.EqualTo(new[] { "a.tflite" }));
    }

    [Test]
    public async Task Shows_the_model_as_json()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "inspect", folder.Add("a.tflite", ""), "--json");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.That(root.GetProperty("bytes").GetInt64(), Is.EqualTo(1536));
        Assert.That(root.GetProperty("graphs")[0].GetProperty("operators").GetProperty("CONV_2D").GetInt32(), Is.EqualTo(2));
        Assert.That(root.GetProperty("signatures")[0].GetProperty("inputs")[0].GetProperty("tensor").GetString(), Is.EqualTo("image"));
        Assert.That(run.Error, Is.Empty);
    }
}
