using System.IO.Compression;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Converting;
using OnnxConvert.TfLite;

namespace OnnxConvert.Extensibility;

/// <summary>What docs/files.md shows.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FileTests
{
    private string _folder = "";

    [SetUp]
    public void Make_folder() => _folder = Directory.CreateTempSubdirectory("onnxconvert-test-").FullName;

    [TearDown]
    public void Remove_folder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_signature_is_converted()
    {
        string path = TestData.FixturePath("two-signatures");
        #region signature
        ConversionResult result = Converter.FromTfLite(path).WithSignature("encode").ToOnnx(18);
        #endregion
        Assert.That(result.Model.Graph.Inputs, Is.Not.Empty);
    }

    [Test]
    public void A_state_is_fed_back()
    {
        ConversionResult result = Converter.FromTfLite(TestData.FixturePath("stream-variable")).ToOnnx(18);
        using var file = new MemoryStream();
        result.Save(file);
        (string, string)[] statePairs = [.. JsonDocument.Parse(result.Model.Metadata["onnxconvert.state"]).RootElement.EnumerateArray()
            .Select(pair => (pair.GetProperty("input").GetString()!, pair.GetProperty("output").GetString()!))];
        Assert.That(statePairs, Is.Not.Empty);

        using var session = new InferenceSession(file.ToArray());
        using var runOptions = new RunOptions();
        long[] shape = [.. session.InputMetadata[session.InputNames[0]].Dimensions.Select(size => (long)Math.Max(size, 1))];
        OrtValue[] steps = [.. Enumerable.Range(0, 3).Select(_ => OrtValue.CreateTensorValueFromMemory(
            Enumerable.Repeat(1f, (int)shape.Aggregate(1L, (a, b) => a * b)).ToArray(), shape))];
        var outputs = new List<float>();
        #region state
        var feeds = new Dictionary<string, OrtValue>();
        foreach (OrtValue input in steps)
        {
            feeds[session.InputNames[0]] = input;
            var results = session.Run(runOptions, feeds, session.OutputNames);
            foreach ((string stateInput, string stateOutput) in statePairs)
                feeds[stateInput] = results[session.OutputNames.ToList().IndexOf(stateOutput)];
            outputs.Add(results[0].GetTensorDataAsSpan<float>()[0]);
        }
        #endregion
        Assert.That(outputs.Distinct().Count(), Is.GreaterThan(1), "the same input gives other outputs, since the state changed");
    }

    [Test]
    public void Metadata_is_read()
    {
        string path = TestData.FixturePath("digits-cnn-int8");
        #region metadata
        TfLiteModel model = TfLiteReader.Read(path);
        Console.WriteLine(model.ModelMetadata?.Author);
        foreach (TfLiteAssociatedFile file in model.AssociatedFiles)
            Console.WriteLine($"{file.Name}: {model.ReadAssociatedFile(file.Name).Length} bytes");
        #endregion
        Assert.That(model.Warnings, Is.Empty);
    }

    [Test]
    public void A_bundle_is_converted()
    {
        string path = Path.Combine(_folder, "a.task");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(TestData.FixturePath("digits-cnn-int8"), "one.tflite");
            archive.CreateEntryFromFile(TestData.FixturePath("digits-cnn-float"), "two.tflite");
        }

        string target = _folder;
        #region bundle
        TfLiteBundle bundle = TfLiteBundle.Open(path);
        foreach (TfLiteBundleEntry entry in bundle.Entries.Where(entry => entry.IsModel))
            Converter.FromTfLite(bundle.ReadModel(entry.Name)).ToOnnx(18).Save(Path.Combine(target, $"{entry.Name}.onnx"));
        #endregion
        Assert.That(Directory.GetFiles(target, "*.onnx"), Has.Length.EqualTo(2));
    }
}
