using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>
/// The operators that stock builds of ONNX Runtime run on the CPU, and the types they take: what the loading of each release
/// said, for one node of each operator version. Operators that it expands, and types that it casts, count as taken.
/// </summary>
internal static class StockKernels
{
    private static readonly Lazy<Dictionary<OperatorVersion, ImmutableArray<(int Release, ImmutableDictionary<string, ImmutableHashSet<string>>? Types)>>> Kernels = new(Parse);

    /// <summary>
    /// What the last release takes: by type variable (or by the parameter's name, where it has none) the types, as
    /// <c>tensor(float)</c>. What is not there takes all types of the operator's definition. Null if the operator is not run.
    /// </summary>
    public static ImmutableDictionary<string, ImmutableHashSet<string>>? Find(OperatorVersion op) =>
        Kernels.Value.TryGetValue(op, out var history) ? history[^1].Types : null;

    /// <summary>The first release, by its number in the table, from which on an operator is run for some types.</summary>
    /// <param name="op">The operator, which the last release runs.</param>
    /// <param name="takes">Whether the types that a release takes, as of <see cref="Find"/>, are enough.</param>
    public static int Since(OperatorVersion op, Func<ImmutableDictionary<string, ImmutableHashSet<string>>, bool> takes)
    {
        var history = Kernels.Value[op];
        int first = history.Length - 1;
        while (first > 0 && history[first - 1].Types is { } types && takes(types))
            first--;
        return history[first].Release;
    }

    internal static string[] Lines(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<OperatorVersion, ImmutableArray<(int Release, ImmutableDictionary<string, ImmutableHashSet<string>>? Types)>> Parse()
    {
        ImmutableHashSet<string>[] sets = [.. Lines(StockKernelData.TypeSets).Select(line => ImmutableHashSet.Create(StringComparer.Ordinal, line.Split(',')))];
        return Lines(StockKernelData.Kernels).Select(line => line.Split('|')).ToDictionary(
            fields => new OperatorVersion(fields[0], fields[1], Number(fields[2])),
            fields => fields[3].Split('/').Select(entry => entry.Split(':')).Select(entry => (Number(entry[0]), entry[1] == "-" ? null : Types(entry[1], sets))).ToImmutableArray());
    }

    /// <summary><c>variable=set;…</c>, the sets by number.</summary>
    private static ImmutableDictionary<string, ImmutableHashSet<string>> Types(string text, ImmutableHashSet<string>[] sets) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToImmutableDictionary(pair => pair[0], pair => sets[Number(pair[1])], StringComparer.Ordinal);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
