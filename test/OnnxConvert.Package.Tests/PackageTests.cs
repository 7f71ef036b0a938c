using System.IO.Compression;

namespace OnnxConvert.Package.Tests;

/// <summary>Packs the packages, and uses them as somebody does who has nothing else: restored, built, trimmed and compiled ahead of time.</summary>
[Category("Slow")]
public class PackageTests
{
    private const string Version = "0.0.0-test";
    private string _root = "";
    private string _feed = "";
    private string _app = "";
    private string _work = "";

    private static string Repository
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "OnnxConvert.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            return folder;
        }
    }

    private static string Fixture => Path.Combine(Repository, "test", "data", "fixtures", "digits-cnn-int8.tflite");

    [OneTimeSetUp]
    public void Pack()
    {
        _root = Repository;
        _work = Path.Combine(Path.GetTempPath(), $"onnxconvert-packages-{Environment.ProcessId}");
        _feed = Path.Combine(_work, "feed");
        Directory.CreateDirectory(_feed);
        foreach (string project in new[] { "Core", "TfLite", "OrtFormat", "Cli" })
        {
            Dotnet.Run(_root, "pack", $"src/OnnxConvert.{project}", "-c", "Release", "-o", _feed, "-v", "quiet",
                $"-p:ArtifactsPath={Path.Combine(_work, "artifacts")}{Path.DirectorySeparatorChar}", $"-p:Version={Version}");
        }

        _app = Path.Combine(_work, "app");
        Directory.CreateDirectory(_app);
        string source = Path.Combine(AppContext.BaseDirectory, "App");
        File.Copy(Path.Combine(source, "Program.cs"), Path.Combine(_app, "Program.cs"));
        File.WriteAllText(Path.Combine(_app, "App.csproj"), File.ReadAllText(Path.Combine(source, "App.csproj.txt")).Replace("VERSION", Version, StringComparison.Ordinal));
        // The feed stands beside the machine's own sources; the packages under test are not cached beyond this run.
        File.WriteAllText(Path.Combine(_work, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packages-under-test" value="{_feed}" /></packageSources>
            </configuration>
            """);
        ForgetCached();
    }

    [OneTimeTearDown]
    public void CleanUp()
    {
        ForgetCached();
        if (Directory.Exists(_work))
            Directory.Delete(_work, recursive: true);
    }

    [TestCase("OnnxConvert.Core", "analyzers/dotnet/cs/OnnxConvert.Generators.dll")]
    [TestCase("OnnxConvert.TfLite", "lib/net10.0/OnnxConvert.TfLite.dll")]
    [TestCase("OnnxConvert.OrtFormat", "lib/net10.0/OnnxConvert.OrtFormat.dll")]
    public void A_package_has_all_its_parts(string package, string part)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(_feed, $"{package}.{Version}.nupkg"));
        string[] entries = [.. archive.Entries.Select(entry => entry.FullName)];
        Assert.That(entries, Does.Contain("README.md").And.Contain("icon.png").And.Contain($"lib/net10.0/{package}.xml").And.Contain(part));
        using var nuspec = new StreamReader(archive.GetEntry($"{package}.nuspec")!.Open());
        Assert.That(nuspec.ReadToEnd(), Does.Contain("<license type=\"expression\">MIT</license>").And.Contain("<readme>README.md</readme>")
            .And.Contain("<icon>icon.png</icon>").And.Contain("<projectUrl>https://").And.Contain("<repository type=\"git\" url=\"https://"));
        Assert.That(Path.Combine(_feed, $"{package}.{Version}.snupkg"), Does.Exist);
    }

    [Test]
    public void An_app_with_a_handler_of_its_own_runs_and_compiles_ahead_of_time_without_warnings()
    {
        string onnx = Path.Combine(_work, "digits.onnx");
        string printed = Dotnet.Run(_app, "run", "-c", "Release", "--", Fixture, onnx);
        Assert.That(printed, Does.Contain("nodes, 1 remarks").And.Contain("SOFTMAX: PlainSoftmax replaces OnnxConvert.TfLite.Handlers.SoftmaxHandler"));

        RequireNativeLinker();
        string built = Dotnet.Run(_app, "publish", "-c", "Release", "-o", Path.Combine(_work, "native"), "--use-current-runtime");
        Assert.That(built, Does.Not.Contain("warning"));
        byte[] managed = File.ReadAllBytes(onnx);
        Dotnet.Start(Path.Combine(_work, "native", "App"), _work, Fixture, onnx);
        Assert.That(File.ReadAllBytes(onnx), Is.EqualTo(managed), "the same bytes, however the program was compiled");
    }

    [Test]
    public void The_tool_installs_and_converts()
    {
        string tools = Path.Combine(_work, "tools");
        Dotnet.Run(_work, "tool", "install", "OnnxConvert.Cli", "--version", Version, "--tool-path", tools);
        string onnx = Path.Combine(_work, "tool.onnx");
        string printed = Dotnet.Start(Path.Combine(tools, "onnxconvert"), _work, "convert", Fixture, "-o", onnx);
        Assert.That(printed, Does.Contain("nodes, opset 18"));
        Assert.That(onnx, Does.Exist);
    }

    [Test]
    public void The_command_compiles_ahead_of_time_without_warnings()
    {
        RequireNativeLinker();
        string native = Path.Combine(_work, "command");
        string built = Dotnet.Run(_root, "publish", "src/OnnxConvert.Cli", "-c", "Release", "-o", native, "--use-current-runtime", "-p:PublishAot=true",
            $"-p:ArtifactsPath={Path.Combine(_work, "artifacts-aot")}{Path.DirectorySeparatorChar}");
        Assert.That(built, Does.Not.Contain("warning"));
        string onnx = Path.Combine(_work, "command.onnx");
        Dotnet.Start(Path.Combine(native, "onnxconvert"), _work, "convert", Fixture, "-o", onnx);
        Assert.That(onnx, Does.Exist);
    }

    private static void RequireNativeLinker()
    {
        bool linker = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
        if (!OperatingSystem.IsWindows() && !linker)
            Assert.Ignore("No native linker: install clang or gcc to run this test.");
    }

    private static void ForgetCached()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in new[] { "onnxconvert.core", "onnxconvert.tflite", "onnxconvert.ortformat", "onnxconvert.cli" })
        {
            string folder = Path.Combine(cache, package, Version);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
