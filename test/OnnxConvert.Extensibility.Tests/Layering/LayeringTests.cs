using System.Reflection;

namespace OnnxConvert.Extensibility.Layering;

/// <summary>Formats do not know each other, and the core knows none of them.</summary>
public class LayeringTests
{
    private static readonly string[] Framework = ["System.", "Microsoft.Win32.", "netstandard", "mscorlib"];

    [TestCase("OnnxConvert.Core", "Google.Protobuf", "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase("OnnxConvert.TfLite", "OnnxConvert.Core", "Google.FlatBuffers", "Google.Protobuf", "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase("OnnxConvert.OrtFormat", "OnnxConvert.Core", "Google.FlatBuffers")]
    [TestCase("onnxconvert", "OnnxConvert.Core", "OnnxConvert.TfLite", "OnnxConvert.OrtFormat", "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi", "Google.Protobuf", "Microsoft.Extensions.Logging.Abstractions")]
    public void An_assembly_refers_only_to_what_its_layer_may_know(string assembly, params string[] allowed)
    {
        IEnumerable<string> references = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => allowed.Contains(name) || !Framework.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.That(references, Is.SubsetOf(allowed));
    }
}
