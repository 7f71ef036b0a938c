namespace OnnxConvert.Conformance;

/// <summary>The lists of known failures, which lie beside the program that writes them.</summary>
internal static class KnownList
{
    public static string Path(string name) => System.IO.Path.Combine(TestData.Root, "test", "OnnxConvert.Conformance", "known-failures", name);
}
