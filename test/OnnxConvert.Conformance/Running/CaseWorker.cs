using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnnxConvert.Conformance.Running;

/// <summary>The worker process: a name comes in on a line, its result goes out on a line.</summary>
internal static class CaseWorker
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // Differences may be infinite.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Serve(SuiteRequest request, TextReader input, TextWriter output)
    {
        using var suite = new Suite(request);
        var runner = request.CreateRunner();
        Serve(name => runner.Run(suite.Read(name)), input, output);
    }

    /// <param name="run">Runs one case.</param>
    /// <param name="input">Where the names come from.</param>
    /// <param name="output">Where the results go.</param>
    public static void Serve(Func<string, CaseResult> run, TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } name)
        {
            output.WriteLine(JsonSerializer.Serialize(Run(run, name), Options));
            output.Flush();
        }
    }

    public static CaseResult Parse(string line) => JsonSerializer.Deserialize<CaseResult>(line, Options)!;

    private static CaseResult Run(Func<string, CaseResult> run, string name)
    {
        try
        {
            return run(name);
        }
        catch (Exception exception)
        {
            return new CaseResult(name, Stage.Convert) { Error = "The conformance runner itself failed: " + exception };
        }
    }
}
