using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// LabelEncoder → LabelEncoder that alone reads it → one that maps the keys of the first to the values of the second. Keys and
/// values are lists of strings or int64, in the definition of version 4. (LabelEncoderFusion)
/// </summary>
internal sealed class LabelEncoderPass : IOptimizer
{
    private const string Domain = "ai.onnx.ml", Strings = "strings", Integers = "int64s";
    private const int FirstVersion = 4;

    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        if (context.Model.OpsetImports.GetValueOrDefault(Domain) < FirstVersion)
            return false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                while (IsEncoder(node) && Neighbours.OnlyReader(node) is { } next && IsEncoder(next) && Fuse(node, next))
                    changed = true;
            }
        }

        return changed;
    }

    private static bool IsEncoder(Node node) => node.OpType == "LabelEncoder" && node.Domain == Domain;

    private static bool Fuse(Node node, Node next)
    {
        if (ListOf(node, "keys") is null || ListOf(node, "values") is not { } between || next.Attributes.Find($"keys_{between}") is not { } keys
            || ListOf(next, "values") is not { } result || Length(keys) != Length(next.Attributes.Find($"values_{result}")!))
        {
            return false;
        }

        return between == Strings
            ? Fuse(node, next, result, Texts, attributes => attributes.String("default_string", "_Unused"))
            : Fuse(node, next, result, attribute => attribute.Ints, attributes => attributes.Int("default_int64", -1));

        static ImmutableArray<string> Texts(NodeAttribute attribute) => [.. attribute.Strings.Select(text => Encoding.UTF8.GetString(text.Span))];
    }

    private static bool Fuse<T>(Node node, Node next, string result, Func<NodeAttribute, ImmutableArray<T>> read, Func<NodeAttributes, T> readDefault)
        where T : notnull
    {
        string between = typeof(T) == typeof(string) ? Strings : Integers;
        ImmutableArray<T> values = read(node.Attributes.Find($"values_{between}")!), keys = read(next.Attributes.Find($"keys_{between}")!);
        T otherwise = readDefault(node.Attributes);
        var places = new Dictionary<T, int>();
        for (int i = 0; i < keys.Length; i++)
            places[keys[i]] = i;
        int[] chosen = [.. values.Append(otherwise).Select(value => places.GetValueOrDefault(value, -1))];
        node.Attributes.Remove($"values_{between}");
        node.Attributes.Remove(between == Strings ? "default_string" : "default_int64");
        if (result == Strings)
            Set(node, next.Attributes.Find("values_strings")!.Strings, Encoding.UTF8.GetBytes(next.Attributes.String("default_string", "_Unused")));
        else
            Set(node, next.Attributes.Find("values_int64s")!.Ints, next.Attributes.Int("default_int64", -1));
        node.Outputs[0].Type = next.Outputs[0].Type;
        return Fusion.Absorb(node, next);

        void Set<TResult>(Node target, ImmutableArray<TResult> results, TResult last)
        {
            ImmutableArray<TResult> mapped = [.. chosen.Select(place => place < 0 ? last : results[place])];
            switch (mapped)
            {
                case ImmutableArray<long> numbers:
                    target.Attributes.Set(new NodeAttribute("values_int64s", numbers[..^1]));
                    target.Attributes.Set(new NodeAttribute("default_int64", numbers[^1]));
                    break;
                case ImmutableArray<ReadOnlyMemory<byte>> texts:
                    target.Attributes.Set(new NodeAttribute("values_strings", texts[..^1]));
                    target.Attributes.Set(new NodeAttribute("default_string", texts[^1]));
                    break;
            }
        }
    }

    private static int Length(NodeAttribute list) => list.Kind == AttributeKind.Strings ? list.Strings.Length : list.Ints.Length;

    /// <summary>Which of the lists that ONNX Runtime fuses a node has.</summary>
    private static string? ListOf(Node node, string name) =>
        node.Attributes.Contains($"{name}_{Strings}") ? Strings : node.Attributes.Contains($"{name}_{Integers}") ? Integers : null;
}
