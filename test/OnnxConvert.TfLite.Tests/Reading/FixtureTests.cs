using System.Text.Json;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>What is read of the fixtures is what TFLite says about them.</summary>
public class FixtureTests
{
    [TestCaseSource(typeof(TestData), nameof(TestData.FixtureNames))]
    public void Inputs_outputs_and_signatures_are_those_of_TFLite(string name)
    {
        var model = TfLiteReader.Read(TestData.FixturePath(name));
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestData.Fixtures, "golden", name + ".json")));

        CheckValues(golden.RootElement.GetProperty("inputs"), model.Model.Graph.Inputs);
        CheckValues(golden.RootElement.GetProperty("outputs"), model.Model.Graph.Outputs);
        var signatures = golden.RootElement.GetProperty("signatures").EnumerateObject().Select(s => s.Name).Order(StringComparer.Ordinal);
        Assert.That(model.Signatures.Select(s => s.Key).Order(StringComparer.Ordinal), Is.EqualTo(signatures));
        Assert.That(model.Warnings, Is.Empty);
    }

    [Test]
    public void Operators_and_their_values_are_those_of_the_file()
    {
        var graph = TfLiteReader.Read(TestData.FixturePath("digits-cnn-int8")).Model.Graph;
        var convolution = graph.Nodes.First(n => n.OpType == TfLiteOps.Conv2D);

        Assert.That(convolution.Attributes.Int("stride_w"), Is.EqualTo(1));
        Assert.That(convolution.Inputs[1]!.ElementType, Is.EqualTo(ElementType.Int8));
        Assert.That(convolution.Inputs[1]!.Quantization!.Scales, Has.Length.EqualTo(convolution.Inputs[1]!.Shape![0].Size));
        Assert.That(convolution.Inputs[2]!.ElementType, Is.EqualTo(ElementType.Int32));
    }

    private static void CheckValues(JsonElement expected, IReadOnlyList<Value> actual)
    {
        Assert.That(actual, Has.Count.EqualTo(expected.GetArrayLength()));
        foreach (var (source, value) in expected.EnumerateArray().Zip(actual))
        {
            Assert.That(value.Name, Is.EqualTo(source.GetProperty("name").GetString()));
            if (value.Type is TensorType type)
                Assert.That(type.ElementType.DisplayName(), Is.EqualTo(source.GetProperty("dtype").GetString()));
            if (value.Shape is { } shape)
                Assert.That(shape.Select(d => d.Size ?? -1), Is.EqualTo(source.GetProperty("shape_signature").EnumerateArray().Select(d => d.GetInt64())));
            Assert.That(value.Quantization?.Scales ?? [], Is.EqualTo(source.GetProperty("scale").EnumerateArray().Select(s => s.GetSingle())));
            Assert.That(value.Quantization?.ZeroPoints ?? [], Is.EqualTo(source.GetProperty("zero_point").EnumerateArray().Select(s => s.GetInt64())));
        }
    }
}
