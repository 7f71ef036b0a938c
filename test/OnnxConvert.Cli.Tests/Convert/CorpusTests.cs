using System.Collections.Concurrent;
using System.Text.Json;

namespace OnnxConvert.Cli.Convert;

/// <summary>Every model of the corpus converts, or is refused with a cause and without a file.</summary>
[Category("Slow")]
public class CorpusTests
{
    private readonly ConcurrentDictionary<string, CommandRun> _runs = [];
    private string _models = "";
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public async Task Convert_all()
    {
        _models = SharedData.Require("corpus", "models");
        _folder = new TemporaryFolder();
        await Parallel.ForEachAsync(Directory.GetFiles(_models, "*.tflite"), async (path, _) =>
        {
            string name = Path.GetFileNameWithoutExtension(path);
            _runs[name] = await CommandRun.Of(new ModelService(), "convert", path, "-o", Output(name));
            // Only that there is one matters; all together they are large.
            if (_runs[name].ExitCode == ExitCodes.Done && File.Exists(Output(name)))
                File.WriteAllText(Output(name), "");
        });
    }

    [OneTimeTearDown]
    public void Remove_all() => _folder?.Dispose();

    [Test]
    public void Every_model_converts_or_is_refused_with_a_cause()
    {
        var wrong = new List<string>();
        foreach ((string name, CommandRun run) in _runs.OrderBy(run => run.Key, StringComparer.Ordinal))
        {
            bool refused = run.ExitCode is ExitCodes.InvalidModel or ExitCodes.UnsupportedModel;
            if (!refused && run.ExitCode != ExitCodes.Done)
                wrong.Add($"{name}: exit code {run.ExitCode}: {run.Error}");
            if (File.Exists(Output(name)) == refused)
                wrong.Add($"{name}: exit code {run.ExitCode}, but {(refused ? "a file was" : "no file was")} written");
            if (refused && (run.Error.Length < 20 || run.Error.Contains("   at ", StringComparison.Ordinal)))
                wrong.Add($"{name}: no message that names a cause: {run.Error}");
        }

        Assert.That(_runs, Has.Count.GreaterThan(300));
        Assert.That(wrong, Is.Empty, string.Join("\n", wrong));
    }

    /// <summary>What TFLite itself could not record (most need another runtime's operators) has no other test; the list says what is to be expected of each.</summary>
    [Test]
    public void Models_without_recorded_results_end_as_listed()
    {
        string golden = SharedData.Require("corpus", "golden");
        string[] actual = [.. _runs.Keys.Where(name => !HasResults(golden, name)).Order(StringComparer.Ordinal).Select(name => $"{name}  {Outcome(_runs[name])}")];
        string list = Path.Combine(TestData.Root, "test", "OnnxConvert.Cli.Tests", "Convert", "models-without-results.txt");
        string[] expected = [.. File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#')];

        string[] differences = [.. actual.Except(expected).Select(line => "+ " + line), .. expected.Except(actual).Select(line => "- " + line)];
        Assert.That(differences, Is.Empty, $"{list} says otherwise:\n{string.Join("\n", differences)}");
    }

    private static string Outcome(CommandRun run) => run.ExitCode switch
    {
        ExitCodes.Done => "converts",
        ExitCodes.InvalidModel => $"invalid: {Cause(run)}",
        ExitCodes.UnsupportedModel => $"unsupported: {Cause(run)}",
        _ => $"exit code {run.ExitCode}",
    };

    /// <summary>Each reason once, without the advice and the numbers that follow.</summary>
    private static string Cause(CommandRun run) => string.Join(", ", run.Error.Split('\n')
        .Select(line => line.Trim().Replace("error: ", "").Replace("Not supported: ", "").Split(';', 2)[0])
        .Where(line => line.Length > 0 && !line.StartsWith("Not supported, in", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal));

    private static bool HasResults(string golden, string name)
    {
        string path = Path.Combine(golden, name + ".json");
        if (!File.Exists(path))
            return false;
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.TryGetProperty("sets", out JsonElement sets) && sets.EnumerateArray().Any(set => set.TryGetProperty("outputs", out _));
    }

    private string Output(string name) => _folder.Path(name + ".onnx");
}
