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
        while (input.ReadLine() is { } name)
        {
            output.WriteLine(JsonSerializer.Serialize(Run(suite, runner, name), Options));
            output.Flush();
        }
    }

    public static CaseResult Parse(string line) => JsonSerializer.Deserialize<CaseResult>(line, Options)!;

    private static CaseResult Run(Suite suite, CaseRunner runner, string name)
    {
        try
        {
            return runner.Run(suite.Read(name));
        }
        catch (Exception exception)
        {
            return new CaseResult(name, Stage.Convert) { Error = "The conformance runner itself failed: " + exception };
        }
    }
}
