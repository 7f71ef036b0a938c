using System.Collections.Concurrent;

namespace OnnxConvert.Conformance.Running;

/// <summary>Runs all cases of a request, a few at a time; results come in the order of the names.</summary>
internal static class SuiteRunner
{
    /// <param name="request">What to run.</param>
    /// <param name="finished">Called after each case, one call at a time.</param>
    public static IReadOnlyList<CaseResult> Run(SuiteRequest request, Action<CaseResult>? finished = null)
    {
        using var suite = new Suite(request);
        return Run(suite.Names, request.ToArguments(), request.Jobs, finished);
    }

    /// <param name="names">The cases.</param>
    /// <param name="arguments">The command line of a worker process.</param>
    /// <param name="jobs">How many worker processes.</param>
    /// <param name="finished">Called after each case, one call at a time.</param>
    public static IReadOnlyList<CaseResult> Run(IReadOnlyList<string> names, IReadOnlyList<string> arguments, int jobs, Action<CaseResult>? finished = null)
    {
        var results = new CaseResult[names.Count];
        var next = new ConcurrentQueue<int>(Enumerable.Range(0, names.Count));
        Parallel.For(0, Math.Min(jobs, names.Count), new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            using var worker = new WorkerProcess(arguments);
            while (next.TryDequeue(out int i))
            {
                results[i] = worker.Run(names[i]);
                lock (results)
                    finished?.Invoke(results[i]);
            }
        });
        return results;
    }
}
