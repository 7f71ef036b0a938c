using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Finds whether two numbers within a comparator are computed alike, one of the elements at one place, the other of those at the other.</summary>
internal sealed class SortSymmetry(Graph comparator)
{
    /// <summary>Comparators are small; a broken file must not lead far down.</summary>
    private const int MaxDepth = 64;

    private readonly HashSet<(Value, Value)> _found = [];
    private readonly HashSet<int> _places = [];

    /// <summary>The place, 0 or 1, of which the first of the mirrored numbers is computed; null when it is both or neither.</summary>
    internal int? Place => _places.Count == 1 ? _places.Single() : null;

    internal bool AreMirrored(Value a, Value b) => AreMirrored(a, b, 0);

    /// <summary>Which input of the comparator a value is, or null.</summary>
    internal int? IndexOf(Value value)
    {
        for (int i = 0; i < comparator.Inputs.Count; i++)
        {
            if (comparator.Inputs[i] == value)
                return i;
        }

        return null;
    }

    private bool AreMirrored(Value a, Value b, int depth)
    {
        if (depth > MaxDepth)
            return false;
        if (IndexOf(a) is { } input)
        {
            _places.Add(input % 2);
            return IndexOf(b) == (input ^ 1);
        }

        if (a.Constant is { } data)
            return b.Constant is { } other && data.ElementType == other.ElementType && data.Dims.SequenceEqual(other.Dims) && data.Bytes.Span.SequenceEqual(other.Bytes.Span);
        if (a.Producer is not { } first || b.Producer is not { } second || a.ProducerIndex != b.ProducerIndex || !DoTheSame(first, second))
            return false;
        if (!_found.Add((a, b)))
            return true;
        return first.Inputs.Zip(second.Inputs).All(pair => pair is ({ } left, { } right) ? AreMirrored(left, right, depth + 1) : pair is (null, null));
    }

    private static bool DoTheSame(Node a, Node b) =>
        a.OpType == b.OpType
        && a.Domain == b.Domain
        && a.Inputs.Count == b.Inputs.Count
        && a.Attributes.Select(attribute => attribute.ToString()).SequenceEqual(b.Attributes.Select(attribute => attribute.ToString()));
}
