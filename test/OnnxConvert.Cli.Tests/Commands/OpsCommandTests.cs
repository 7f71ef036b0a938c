using System.Text.Json;

namespace OnnxConvert.Cli.Commands;

internal sealed class OpsCommandTests
{
    [Test]
    public async Task Lists_operators_as_markdown()
    {
        var run = await CommandRun.Of(new FakeModels(), "ops", "--markdown");
        Assert.That(run.Out.ReplaceLineEndings("\n"), Is.EqualTo(
            "| operator | from opset | restrictions |\n|---|---|---|\n| ADD | any |  |\n| Roll (custom) | 13 | a\\|b |\n"));
    }

    [Test]
    public async Task The_document_lists_what_the_handlers_say()
    {
        string document = await File.ReadAllTextAsync(Path.Combine(TestData.Root, "docs", "operators.md"));
        var run = await CommandRun.Of(new ModelService(), "ops", "--markdown");
        Assert.That(document.ReplaceLineEndings("\n"), Does.EndWith(run.Out.ReplaceLineEndings("\n")), "make docs/operators.md anew, by the command that it names");
    }

    [Test]
    public async Task Lists_operators_as_json()
    {
        var run = await CommandRun.Of(new FakeModels(), "ops", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(2));
        Assert.That(json.RootElement[1].GetProperty("minOpset").GetInt32(), Is.EqualTo(13));
    }

    [Test]
    public async Task Lists_operators_as_a_table()
    {
        var run = await CommandRun.Of(new FakeModels(), "ops");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("Roll (custom)"));
    }
}
