using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>Runs many cases, a few at a time, each with a time limit; results come in the order of the names.</summary>
internal sealed class SuiteRunner(CaseRunner runner, int jobs = 2)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="names">What to run.</param>
    /// <param name="read">Reads one case's data, on the thread that runs it.</param>
    /// <param name="finished">Called after each case, one call at a time.</param>
    public IReadOnlyList<CaseResult> Run(
        IReadOnlyList<string> names, Func<string, ConformanceCase> read, Action<CaseResult>? finished = null)
    {
        var results = new CaseResult[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs };
        Parallel.For(0, names.Count, options, i =>
        {
            results[i] = RunLimited(names[i], read);
            lock (results)
                finished?.Invoke(results[i]);
        });
        return results;
    }

    private CaseResult RunLimited(string name, Func<string, ConformanceCase> read)
    {
        CaseResult? result = null;
        var thread = new Thread(() => result = RunGuarded(name, read)) { IsBackground = true };
        thread.Start();
        // A thread cannot be ended from outside: one that hangs is left behind, and the process ends without it.
        return thread.Join(Limit) ? result! : new CaseResult(name, Stage.Timeout)
        {
            Error = $"not finished after {Limit.TotalSeconds} s",
            Seconds = Limit.TotalSeconds,
        };
    }

    private CaseResult RunGuarded(string name, Func<string, ConformanceCase> read)
    {
        try
        {
            return runner.Run(read(name));
        }
        catch (Exception exception)
        {
            return new CaseResult(name, Stage.Convert) { Error = "The conformance runner itself failed: " + exception };
        }
    }
}
