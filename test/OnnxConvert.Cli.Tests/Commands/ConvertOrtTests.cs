using OnnxConvert.Checking;
using OnnxConvert.Cli.Convert;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Commands;

/// <summary>What <c>convert</c> makes of the options about .ort files, and of real ones.</summary>
internal sealed class ConvertOrtTests
{
    private static string Fixture => TestData.FixturePath("digits-cnn-int8");

    [TestCase("a.tflite", "", ModelFormat.Onnx, "a.onnx")]
    [TestCase("a.tflite", "--to ort", ModelFormat.Ort, "a.ort")]
    [TestCase("a.tflite", "--optimization-level basic", ModelFormat.Ort, "a.basic.ort")]
    [TestCase("a.tflite", "--optimization-style runtime", ModelFormat.Ort, "a.with_runtime_opt.ort")]
    [TestCase("a.onnx", "", ModelFormat.Ort, "a.ort")]
    [TestCase("a.ort", "", ModelFormat.Onnx, "a.onnx")]
    public async Task The_format_follows_from_options_and_input(string input, string options, ModelFormat format, string output)
    {
        using var folder = new TemporaryFolder();
        var models = new FakeModels();
        string[] arguments = ["convert", folder.Add(input, "good"), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var run = await CommandRun.Of(models, arguments);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(models.Request!.Format, Is.EqualTo(format));
        Assert.That(folder.Files(), Does.Contain(output));
    }

    [Test]
    public async Task Options_become_the_request()
    {
        using var folder = new TemporaryFolder();
        var models = new FakeModels();
        await CommandRun.Of(models, "convert", folder.Add("a.onnx", "good"), "--optimization-level", "extended", "--optimization-style", "runtime", "--target-platform", "amd64",
            "--channel-block-size", "16", "--matmulnbits-accuracy", "float32", "--exact-sums-on-x64");
        Assert.That(models.Request!.Ort, Is.EqualTo(new OrtTarget(
            new OrtOptions
            {
                OptimizationLevel = OptimizationLevel.Extended, OptimizationStyle = OptimizationStyle.Runtime, TargetPlatform = TargetPlatform.Amd64,
                ChannelBlockSize = 16, MatMulNBitsAccuracy = MatMulNBitsAccuracy.Float32, HasExactSumsOnX64 = true,
            },
            IsAsked: true, ReducesTypes: false)));
    }

    [TestCase("a.tflite", "-o x.onnx --to ort")]
    [TestCase("a.onnx", "--optimization-level most")]
    [TestCase("a.onnx", "--channel-block-size 32")]
    [TestCase("a.onnx", "--target-platform amd64")]
    public async Task What_contradicts_itself_is_refused(string input, string options)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["convert", folder.Add(input, "good"), .. options.Split(' ')];
        var run = await CommandRun.Of(new FakeModels(), arguments);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
    }

    [Test]
    public async Task A_model_goes_to_ort_and_back()
    {
        using var folder = new TemporaryFolder();
        string ort = folder.Path("m.ort");
        var run = await CommandRun.Of(new ModelService(), "convert", Fixture, "-o", ort, "--enable-type-reduction", "--optimization-level", "basic");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(folder.Files(), Is.EquivalentTo(new[] { "m.ort", "m.required_operators_and_types.basic.config" }));
        run = await CommandRun.Of(new ModelService(), "inspect", ort);
        Assert.That(run.Out, Does.Contain("ORT format version 6").And.Contain("kernels").And.Contain("ai.onnx;"));
        run = await CommandRun.Of(new ModelService(), "convert", ort, "-o", folder.Path("m.onnx"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        ModelChecker.EnsureValid(OnnxModel.Load(folder.Path("m.onnx")));
    }

    [TestCase("--dequantize")]
    [TestCase("--quantized-tables")]
    [TestCase("--quantized-activations")]
    [TestCase("--signature", "all")]
    [TestCase("--signature", "encode")]
    [TestCase("--model", "one.tflite")]
    public async Task Options_for_TFLite_do_not_go_with_other_files(params string[] options)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(new ModelService(), ["convert", folder.Add("a.onnx", ""), .. options]);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain("no .tflite file"));
    }
}
