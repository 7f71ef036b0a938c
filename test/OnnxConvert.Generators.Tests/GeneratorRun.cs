using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OnnxConvert.Converting;

namespace OnnxConvert.Generators;

/// <summary>One run of the generator over sources, and what the compiler says of the result.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);
    private static readonly ImmutableArray<MetadataReference> References = [.. ReferencePaths().Select(path => MetadataReference.CreateFromFile(path))];

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;
    private readonly Compilation _output;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out _output, out ImmutableArray<Diagnostic> diagnostics);
        Diagnostics = diagnostics;
    }

    /// <summary>What the generator said.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What the generator wrote, or null when it wrote nothing.</summary>
    public string? Source => Result.GeneratedSources.Length == 0 ? null : Result.GeneratedSources.Single().SourceText.ToString();

    /// <summary>The lines of the module's Register method.</summary>
    public IReadOnlyList<string> Calls => [.. (Source ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("registry.", StringComparison.Ordinal))];

    /// <summary>The compiler's errors and warnings over sources and generated code.</summary>
    public IReadOnlyList<string> CompilerMessages => [.. _output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];

    /// <summary>Why the outputs were or were not computed in this run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public static GeneratorRun Of(params string[] sources)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create("Acme.Models", sources.Select(Parse), References, options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModuleGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation);
    }

    /// <summary>Runs again with what the previous run kept, after one source was exchanged.</summary>
    public GeneratorRun AfterEdit(int index, string source) =>
        new(_driver, _input.ReplaceSyntaxTree(_input.SyntaxTrees[index], Parse(source, index)));

    private static SyntaxTree Parse(string source, int index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs");

    private static IEnumerable<string> ReferencePaths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(IOpHandler).Assembly.Location);
}
