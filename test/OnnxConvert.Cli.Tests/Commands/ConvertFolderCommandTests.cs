namespace OnnxConvert.Cli.Commands;

internal sealed class ConvertFolderCommandTests
{
    [Test]
    public async Task Converts_everything_below_and_goes_on_after_failures()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/a.tflite", "good");
        folder.Add("in/deep/b.tflite", "good");
        folder.Add("in/deep/c.tflite", "broken");
        folder.Add("in/d.tflite", "unforeseen");
        folder.Add("in/other.txt", "good");
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"), "-o", folder.Path("out"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.SomeFailed));
            Assert.That(folder.Files().Where(file => file.EndsWith(".onnx", StringComparison.Ordinal)), Is.EqualTo(new[] { "out/a.onnx", "out/deep/b.onnx" }));
            // The table wraps its cells.
            string text = string.Join(' ', run.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.That(text, Does.Contain("tensor 3 lies beyond the end").And.Contain("InvalidOperationException: unforeseen"));
            Assert.That(run.Out, Does.EndWith($"2 converted, 2 failed{Environment.NewLine}"));
            Assert.That(run.Out, Does.Not.Contain('\u001b'));
        }
    }

    [Test]
    public async Task Nothing_is_done_where_two_files_would_become_one()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/a.tflite", "good");
        folder.Add("in/a.onnx", "good");
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"), "-o", folder.Path("out"), "--to", "ort");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain("a.onnx' and '").And.Contain("would both become"));
        Assert.That(folder.Files(), Has.Exactly(2).Items);
    }

    [Test]
    public async Task Without_failures_the_exit_code_is_0()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/a.tflite", "good");
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"), "-o", folder.Path("out"), "--quiet");
        Assert.That(run, Is.EqualTo(new CommandRun(0, "", "")));
    }

    [Test]
    public async Task Nothing_is_done_when_a_file_would_be_replaced()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/a.tflite", "good");
        folder.Add("in/b.tflite", "good");
        folder.Add("out/b.onnx", "precious");
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"), "-o", folder.Path("out"));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(folder.Files(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_folder_needs_an_output_and_models()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/readme.txt", "");
        Assert.That((await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"))).Error, Does.Contain("-o"));
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Path("in"), "-o", folder.Path("out"));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain("no .tflite or .ort file"));
    }

    [TestCase("onnx")]
    [TestCase("ort")]
    public async Task No_file_stays_mapped(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/broken.tflite", "broken");
        foreach (string name in (string[])["digits-cnn-float", "digits-cnn-int8", "digits-lstm-float", "two-signatures"])
            File.Copy(TestData.FixturePath(name), folder.Path($"in/{name}.tflite"));
        await AssertNothingIsMapped(folder.Path("in"), folder.Path("out"), format);
        await AssertNothingIsMapped(folder.Path("out"), folder.Path("back"), format == "onnx" ? "ort" : "onnx");
    }

    [Test, Category("Slow")]
    public async Task No_file_of_the_corpus_stays_mapped()
    {
        using var folder = new TemporaryFolder();
        await AssertNothingIsMapped(SharedData.Require("corpus", "models"), folder.Path("out"), "onnx");
    }

    private static async Task AssertNothingIsMapped(string source, string target, string format)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only Linux tells which files are mapped.");
        var run = await CommandRun.Of(new ModelService(), "convert", source, "-o", target, "--to", format);
        Assert.That(run.Out, Does.Contain(" converted, "));
        Assert.That(File.ReadLines("/proc/self/maps").Where(line => line.Contains(source, StringComparison.Ordinal)), Is.Empty);
    }
}
