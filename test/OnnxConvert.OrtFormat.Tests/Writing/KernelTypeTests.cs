using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Kernels;

namespace OnnxConvert.OrtFormat.Writing;

public class KernelTypeTests
{
    [TestCase(":Clip:13", "T:i0,i1,i2,o0")]
    [TestCase(":Resize:13", "T1:i0,o0 T2:i1 scales:i2 sizes:i3")]
    [TestCase(":TopK:11", "I:o1 K:i1 T:i0,o0")]
    [TestCase(":QLinearConv:10", "T1:i0,i2 T2:i3,i5 T3:i7,o0 T4:i8 w_scale:i4 x_scale:i1 y_scale:i6")]
    [TestCase(":BatchNormalization:15", "T:i0,o0 T1:i1,i2 T2:i3,i4,o1,o2")]
    [TestCase("com.microsoft:QGemm:1", "T:i1,i4,i7 TA:i0,i2 TB:i3,i5 TC:i6 TY:o0 TYZ:i8")]
    [TestCase("com.microsoft:QLinearConcat:1", "T8:i1,o0 TF:i0 TV:i2")]
    public void Types_have_the_arguments_of_the_definition(string operatorId, string expected) => Assert.That(Text(operatorId), Is.EqualTo(expected));

    [Test]
    public void All_operators_have_the_types_that_the_runtime_writes()
    {
        string path = SharedData.Require("formats", "ort-kernel-types.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        var wrong = new List<string>();
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            string expected = string.Join(' ', entry.Value.GetProperty("ktsr").EnumerateObject()
                .OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => $"{t.Name}:{string.Join(',', t.Value.EnumerateArray().Select(a => a.GetString()))}"));
            if (Text(entry.Name) is { } text && text != expected)
                wrong.Add($"{entry.Name}: {text}, not {expected}");
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("Clip", 1, "1,0,0")]
    [TestCase("Clip", 3, "1,1,1")]
    [TestCase("Concat", 3, "3")]
    [TestCase("Loop", 4, "1,1,2")]
    public void Inputs_are_counted_by_formal_parameter(string opType, int inputs, string expected)
    {
        OperatorSignature signature = OperatorSignature.Of(OperatorRegistry.Find("", opType, 18)!);
        Assert.That(string.Join(',', signature.InputCounts(inputs)), Is.EqualTo(expected));
    }

    private static string? Text(string operatorId)
    {
        ImmutableArray<KernelType>? types = new OperatorCatalog([], ImmutableDictionary<string, ImmutableArray<KernelType>>.Empty).KernelTypes(operatorId);
        return types is { } known
            ? string.Join(' ', known.Select(t => $"{t.Name}:{string.Join(',', t.Arguments.Select(a => (a.IsOutput ? "o" : "i") + a.Index.ToString(CultureInfo.InvariantCulture)))}"))
            : null;
    }
}
