using System.Text.Json;

namespace OnnxConvert.Cli.Commands;

internal sealed class DoctorCommandTests
{
    [Test]
    public async Task Answers_for_every_target()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.onnx", "Relu");
        var run = await CommandRun.Of(new FakeModels(), "doctor", model);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out.ReplaceLineEndings("\n"), Is.EqualTo($"""
            {model}
            ONNX Runtime: runs, from version 1.14 on (before 1.16 by its versions alone)
            minimal build: runs
              the model is ONNX, and a minimal build takes .ort files only
                → Convert it: onnxconvert convert MODEL.onnx -o MODEL.ort
            NNAPI: yes: 1 of 1 nodes in 1 partition
            CoreML NeuralNetwork: yes: 1 of 1 nodes in 1 partition
            CoreML MLProgram: yes: 1 of 1 nodes in 1 partition

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Says_what_stands_in_the_way_and_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "doctor", folder.Add("a.onnx", "Selu"), "--config", folder.Add("a.config", "ai.onnx;13;Relu"));
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Out, Does.Contain("ai.onnx.Selu-6 ('n') the operator is not in the configuration").And.Contain("→ Add it to the configuration"));
        Assert.That(run.Out, Does.Contain("NNAPI: no: 0 of 1 nodes in 0 partitions").And.Contain("is no operator of NNAPI"));
    }

    [Test]
    public async Task Says_it_as_json()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "doctor", folder.Add("a.onnx", "Relu"), "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("onnxRuntime").GetProperty("since").GetString(), Is.EqualTo("1.14"));
        Assert.That(json.RootElement.GetProperty("providers")[0].GetProperty("asItIs").GetProperty("verdict").GetString(), Is.EqualTo("YES"));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await CommandRun.Of(new FakeModels(), "doctor", "nowhere.onnx");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("There is no file 'nowhere.onnx'"));
    }
}
