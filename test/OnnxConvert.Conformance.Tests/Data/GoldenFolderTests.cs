namespace OnnxConvert.Conformance.Data;

internal sealed class GoldenFolderTests
{
    [Test]
    public void Corpus_has_the_documented_number_of_models_with_data()
    {
        string models = SharedData.Require("corpus", "models"), golden = SharedData.Require("corpus", "golden");
        var cases = Directory.EnumerateFiles(models, "*.tflite").Select(path => GoldenFolder.Read(path, golden)).ToList();
        Assert.That(cases, Has.Count.EqualTo(355));
        Assert.That(cases.Count(c => c.SkipReason is null), Is.EqualTo(312));
    }

    [Test]
    public void Quantization_of_inputs_and_outputs_is_read()
    {
        string fixtures = SharedData.Require("fixtures");
        var @case = GoldenFolder.Read(Path.Combine(fixtures, "digits-cnn-int8.tflite"), Path.Combine(fixtures, "golden"));
        Assert.That(@case.InputQuantization[0], Is.EqualTo(new Quantization(0.003921569f, -128)));
        Assert.That(@case.Steps[0].Outputs[0].Quantization, Is.EqualTo(new Quantization(0.00390625f, -128)));
        Assert.That(@case.Steps[0].Outputs[0].SampleCount, Is.EqualTo(10));
    }

    [Test]
    public void A_model_without_data_is_skipped() =>
        Assert.That(GoldenFolder.Read("nowhere.tflite", "nowhere").SkipReason, Is.EqualTo("no recorded data"));
}
