using System.Diagnostics;

namespace OnnxConvert.Package.Tests;

/// <summary>Runs programs and keeps what they print.</summary>
internal static class Dotnet
{
    internal static string Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    internal static string Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the running test host was started with must not steer the builds that the tests start.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key == "CI").ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}{Environment.NewLine}{output}");
        return output;
    }
}
