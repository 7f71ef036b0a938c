namespace OnnxConvert.Core.Tests.Ir;

/// <summary>Counts what this process has mapped, which Linux tells; the test is ignored elsewhere.</summary>
internal static class Mappings
{
    public static int Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only Linux tells which files are mapped.");
        return File.ReadLines("/proc/self/maps").Count(line => line.Contains(path, StringComparison.Ordinal));
    }
}
