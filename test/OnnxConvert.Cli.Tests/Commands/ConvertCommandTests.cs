namespace OnnxConvert.Cli.Commands;

internal sealed class ConvertCommandTests
{
    [Test]
    public async Task Writes_the_onnx_file_beside_the_model()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", "good");
        var run = await CommandRun.Of(new FakeModels(), "convert", model);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(folder.Files(), Is.EqualTo(new[] { "a.onnx", "a.tflite" }));
            Assert.That(run.Out, Is.EqualTo($"{folder.Path("a.onnx")}: 7 nodes, opset 18, 4 B{Environment.NewLine}"));
            Assert.That(run.Error, Is.EqualTo($"note: something is approximate{Environment.NewLine}"));
        }
    }

    [Test]
    public async Task All_signatures_go_to_a_file_each()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", "good");
        var run = await CommandRun.Of(new FakeModels(), "convert", model, "--signature", "all", "--report", folder.Path("r.json"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(folder.Files(), Is.EquivalentTo(new[] { "a.encode.onnx", "a.de_code.onnx", "a.tflite", "r.encode.json", "r.de_code.json" }));
    }

    [Test]
    public async Task All_models_of_a_bundle_go_to_a_file_each()
    {
        using var folder = new TemporaryFolder();
        var models = new FakeModels();
        var run = await CommandRun.Of(models, "convert", folder.Add("a.task", "good"), "--model", "all", "-o", folder.Path("b.onnx"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(folder.Files(), Is.EquivalentTo(new[] { "a.task", "b.one.onnx", "b.in_two.onnx" }));
        Assert.That(models.Request!.Model, Is.EqualTo("in/two.tflite"));
    }

    [Test]
    public async Task Quiet_says_nothing()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new FakeModels(), "convert", folder.Add("a.tflite", "good"), "--quiet");
        Assert.That(run, Is.EqualTo(new CommandRun(0, "", "")));
    }

    [TestCase("broken", 3, "tensor 3 lies beyond the end")]
    [TestCase("strange", 4, "FOO 'n1', tensor 't': no such thing")]
    [TestCase("strange", 4, "BAR 'n2': neither")]
    [TestCase("unwritable", 2, "the disk is full")]
    [TestCase("stopped", 130, "stopped; nothing was written")]
    public async Task A_failure_writes_nothing(string contents, int code, string message)
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", contents);
        var run = await CommandRun.Of(new FakeModels(), "convert", model, "--report", folder.Path("r.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(code));
            Assert.That(run.Error, Does.StartWith("error: ").And.Contain(message));
            Assert.That(run.Out, Is.Empty);
            Assert.That(folder.Files(), Is.EqualTo(new[] { "a.tflite" }));
        }
    }

    [Test]
    public async Task An_existing_file_is_kept_unless_told_otherwise()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Add("a.tflite", "good"), output = folder.Add("a.onnx", "precious");
        var run = await CommandRun.Of(new FakeModels(), "convert", model);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain("--overwrite"));
        Assert.That(await File.ReadAllTextAsync(output), Is.EqualTo("precious"));

        run = await CommandRun.Of(new FakeModels(), "convert", model, "--overwrite");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(output), Is.EqualTo("onnx"));
    }

    [Test]
    public async Task The_output_may_be_named_with_folders_that_do_not_exist_yet()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(
            new FakeModels(), "convert", folder.Add("a.tflite", "good"), "-o", folder.Path("x/y/b.onnx"), "--report", folder.Path("r.json"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(folder.Files(), Is.EqualTo(new[] { "a.tflite", "r.json", "x/y/b.onnx" }));
    }

    [Test]
    public async Task Options_become_the_request()
    {
        using var folder = new TemporaryFolder();
        var models = new FakeModels();
        var run = await CommandRun.Of(
            models, "convert", folder.Add("a.tflite", "good"), "--opset", "13", "--dequantize",
            "--input-shape", "x=y=1,224,224,3", "--input-shape", "s=", "--inputs-as-nchw", "A,B", "--outputs-as-nchw", "C",
            "--rename", "serving_default_x:0=image", "--outputs", "p,q", "--outputs", "r", "--pass-through", "Foo", "--pass-through", "Bar=com.acme");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var request = models.Request!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Opset, Is.EqualTo(13));
            Assert.That(request.Dequantize, Is.True);
            Assert.That(request.InputShapes.Select(s => s.Name), Is.EqualTo(new[] { "x=y", "s" }));
            Assert.That(request.InputShapes[0].Shape, Is.EqualTo(new long[] { 1, 224, 224, 3 }));
            Assert.That(request.InputShapes[1].Shape, Is.Empty);
            Assert.That(request.InputsAsNchw, Is.EqualTo(new[] { "A,B" }));
            Assert.That(request.OutputsAsNchw, Is.EqualTo(new[] { "C" }));
            Assert.That(request.Renames, Is.EqualTo(new[] { ("serving_default_x:0", "image") }));
            Assert.That(request.Outputs, Is.EqualTo(new[] { "p,q", "r" }));
            Assert.That(request.PassThrough, Is.EqualTo(new (string, string?)[] { ("Foo", null), ("Bar", "com.acme") }));
        }
    }

    [TestCase("convert")]
    [TestCase("convert", "a.tflite", "--opset", "many")]
    [TestCase("convert", "a.tflite", "--input-shape", "x=1,-2")]
    [TestCase("convert", "a.tflite", "--rename", "x")]
    [TestCase("convert", "a.tflite", "--pass-through", "x=")]
    [TestCase("convert", "a.tflite", "--no-such-option")]
    [TestCase("no-such-command")]
    [TestCase("convert", "no-such-file.tflite")]
    [TestCase("inspect", "no-such-file.tflite")]
    [TestCase("ops", "--json", "--markdown")]
    public async Task Wrong_usage_is_said_on_standard_error(params string[] arguments)
    {
        var run = await CommandRun.Of(new FakeModels(), arguments);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.StartWith("error: "));
        Assert.That(run.Out, Is.Empty);
    }

    [Test]
    public async Task Help_goes_to_standard_output()
    {
        var run = await CommandRun.Of(new FakeModels(), "convert", "--help");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("--pass-through"));
    }
}
