namespace OnnxConvert.Cli.Commands;

/// <summary>What people reported of the command, on their files.</summary>
internal sealed class ReportTests
{
    [TestCase("model.onnx", "a Git LFS pointer")]
    [TestCase("model.ort", "a Git LFS pointer")]
    [TestCase("model.tflite", "a Git LFS pointer")]
    [TestCase("page.tflite", "a web page")]
    public async Task What_stands_in_for_a_model_is_named(string file, string description)
    {
        using var folder = new TemporaryFolder();
        foreach (string[] command in (string[][])[["inspect"], ["doctor"], ["convert", "-o", folder.Path("m.ort")]])
        {
            var run = await CommandRun.Of(new ModelService(), [.. command, Report("lfs-pointer", file)]);
            Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.InvalidModel), run.Error);
            Assert.That(run.Error, Does.Contain($"The file is {description}, not the file itself"), command[0]);
        }
    }

    [Test]
    public async Task Of_several_files_the_one_that_cannot_be_read_is_named()
    {
        string broken = Report("lfs-pointer", "model.ort");
        var run = await CommandRun.Of(new ModelService(), "required-operators", Report("reduced-config", "prod32.onnx"), broken);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.InvalidModel));
        Assert.That(run.Error, Does.StartWith($"error: {broken}: The file is a Git LFS pointer"));
    }

    [TestCase("reduced-config", "prod32.onnx", "copy.tflite", "is ONNX by its content")]
    [TestCase("deprecated-code-zero", "model.tflite", "copy.onnx", "is TFLite by its content")]
    [TestCase("doctor-qdq-units", "m.ort", "copy.onnx", "is the ORT format by its content")]
    public async Task A_file_is_read_as_what_it_is_whatever_its_name(string report, string file, string name, string hint)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Report(report, file), folder.Path(name));
        foreach (string command in (string[])["inspect", "doctor", "required-operators"])
        {
            var run = await CommandRun.Of(new ModelService(), command, folder.Path(name));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Error, Does.Contain(hint), command);
        }

        var converted = await CommandRun.Of(new ModelService(), "convert", folder.Path(name), "-o", folder.Path("out.ort"));
        Assert.That(converted.ExitCode, Is.Zero, converted.Error);
        Assert.That(converted.Error, Does.Contain(hint));
    }

    [TestCase("jit(main)/xy,yz->xz/dot_general")]
    [TestCase("jit(main)/xy,yz->xz/dot_general", "y")]
    public async Task Names_with_commas_are_names(params string[] outputs)
    {
        using var folder = new TemporaryFolder();
        string[] options = [.. outputs.SelectMany(output => (string[])["--outputs", output])];
        var run = await CommandRun.Of(new ModelService(), ["convert", Report("names-with-commas", "model.tflite"), "-o", folder.Path("m.onnx"), .. options]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(OnnxModel.Load(folder.Path("m.onnx")).Graph.Outputs.Select(output => output.Name), Is.EqualTo(outputs));
    }

    [Test]
    public async Task A_wrong_name_is_answered_with_those_that_are()
    {
        var run = await CommandRun.Of(new ModelService(), "convert", Report("names-with-commas", "model.tflite"), "--outputs", "dot_general,y");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain("'dot_general'").And.Contain("'jit(main)/xy,yz->xz/dot_general'"));
    }

    [TestCase("reshape.tflite", "x=4,2,2,3", "48")]
    [TestCase("conv.tflite", "x=1,4,4,1", "3 ")]
    [TestCase("pool_f32.tflite", "x=1,3,3,2", "window")]
    [TestCase("add.tflite", "a=1,5", "ADD")]
    public async Task A_shape_that_contradicts_the_model_is_refused(string file, string shape, string reason)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new ModelService(), "convert", Report("input-shape-contradiction", file), "--input-shape", shape, "-o", folder.Path("m.onnx"));
        Assert.That(run.ExitCode, Is.AnyOf(ExitCodes.InvalidModel, ExitCodes.UnsupportedModel), run.Out);
        Assert.That(run.Error, Does.Contain(reason));
        Assert.That(folder.Files(), Is.Empty);
    }

    [Test]
    public async Task An_operator_whose_deprecated_code_is_zero_is_what_its_code_says()
    {
        var run = await CommandRun.Of(new ModelService(), "inspect", Report("deprecated-code-zero", "model.tflite"));
        Assert.That(run.Out, Does.Contain("DEQUANTIZE  1").And.Contain("QUANTIZE    1"));
    }

    private static string Report(params ReadOnlySpan<string> parts) => Path.Combine([TestData.Reports, .. parts]);
}
