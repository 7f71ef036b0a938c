using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// The operators that a stock build of ONNX Runtime runs on the CPU, and the types they take: what its own loading said, for
/// one node of each operator version. Operators that it expands, and types that it casts, count as taken.
/// </summary>
internal static class StockKernels
{
    private static readonly Lazy<Dictionary<OperatorVersion, ImmutableDictionary<string, ImmutableHashSet<string>>>> Kernels = new(Parse);

    /// <summary>
    /// By type variable (or by the parameter's name, where it has none) the types that are taken, as <c>tensor(float)</c>. What is
    /// not there takes all types of the operator's definition. Null if the operator is not run.
    /// </summary>
    public static ImmutableDictionary<string, ImmutableHashSet<string>>? Find(OperatorVersion op) => Kernels.Value.GetValueOrDefault(op);

    /// <summary><c>domain|operator|version|variable=set;…</c>, the sets by number.</summary>
    private static Dictionary<OperatorVersion, ImmutableDictionary<string, ImmutableHashSet<string>>> Parse()
    {
        ImmutableHashSet<string>[] sets = [.. Lines(StockKernelData.TypeSets).Select(line => ImmutableHashSet.Create(StringComparer.Ordinal, line.Split(',')))];
        var kernels = new Dictionary<OperatorVersion, ImmutableDictionary<string, ImmutableHashSet<string>>>();
        foreach (string line in Lines(StockKernelData.Kernels))
        {
            string[] fields = line.Split('|');
            var types = fields[3].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('='))
                .ToImmutableDictionary(pair => pair[0], pair => sets[int.Parse(pair[1], CultureInfo.InvariantCulture)], StringComparer.Ordinal);
            kernels.Add(new OperatorVersion(fields[0], fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture)), types);
        }

        return kernels;
    }

    private static string[] Lines(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
