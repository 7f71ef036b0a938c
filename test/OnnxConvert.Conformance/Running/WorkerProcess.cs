using System.Diagnostics;

namespace OnnxConvert.Conformance.Running;

/// <summary>
/// Runs cases in a process of their own, so that a model that hangs, or takes ONNX Runtime down with it (an integer
/// division by zero does), is one failure and not the end of the run.
/// </summary>
/// <param name="arguments">The command line of a worker.</param>
internal sealed class WorkerProcess(IReadOnlyList<string> arguments) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private Process? _process;

    public CaseResult Run(string name)
    {
        var clock = Stopwatch.StartNew();
        _process ??= Start(arguments);
        var answer = Ask(_process, name);
        try
        {
            if (answer.Wait(Limit) && answer.Result is { } line)
                return CaseWorker.Parse(line);
        }
        catch (AggregateException)
        {
            // The pipe broke: the process is gone, as with an empty answer.
        }
        return Failure(name, hangs: !answer.IsCompleted) with { Seconds = clock.Elapsed.TotalSeconds };
    }

    public void Dispose()
    {
        if (_process is not null)
            End(_process);
        _process = null;
    }

    private CaseResult Failure(string name, bool hangs)
    {
        var process = _process!;
        _process = null;
        int code = End(process);
        return hangs
            ? new CaseResult(name, Stage.Timeout) { Error = $"not finished after {Limit.TotalSeconds} s" }
            : new CaseResult(name, Stage.Crash) { Error = $"the process ended with exit code {code}" };
    }

    private static async Task<string?> Ask(Process process, string name)
    {
        await process.StandardInput.WriteLineAsync(name).ConfigureAwait(false);
        await process.StandardInput.FlushAsync().ConfigureAwait(false);
        return await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
    }

    private static Process Start(IReadOnlyList<string> arguments)
    {
        // By the file beside this assembly: the tests' own program is another one.
        string program = Path.Combine(AppContext.BaseDirectory, "OnnxConvert.Conformance.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in (string[])["exec", program, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Ends this one process; a worker whose input is closed ends by itself.</summary>
    private static int End(Process process)
    {
        using (process)
        {
            try
            {
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // Already gone.
            }
            if (!process.WaitForExit(TimeSpan.FromSeconds(1)))
                process.Kill();
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
