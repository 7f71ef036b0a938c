using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Optimizers;

/// <summary>A node that limits its input to an interval.</summary>
/// <param name="InputIndex">Which input is limited.</param>
/// <param name="Input">The value that is limited.</param>
/// <param name="Low">The smallest result.</param>
/// <param name="High">The largest result; not below <paramref name="Low"/>.</param>
internal readonly record struct Clamp(int InputIndex, Value Input, double Low, double High)
{
    /// <summary>Whether a value limited to <paramref name="other"/> lies within this interval.</summary>
    internal bool Contains(Clamp other) => Low <= other.Low && other.High <= High;

    /// <summary>The node as a limit to an interval, or null when it is none with constant bounds.</summary>
    internal static Clamp? TryRead(Node node)
    {
        if (node.Domain.Length > 0 || node.Input(0) is not { } first)
            return null;
        Clamp? clamp = node.OpType switch
        {
            "Relu" => new Clamp(0, first, 0, double.PositiveInfinity),
            "Clip" when Bound(node, 1, "min", double.NegativeInfinity) is { } low && Bound(node, 2, "max", double.PositiveInfinity) is { } high => new Clamp(0, first, low, high),
            "Max" when Limit(node) is { } limit => new Clamp(limit.Input, node.Inputs[limit.Input]!, limit.Value, double.PositiveInfinity),
            "Min" when Limit(node) is { } limit => new Clamp(limit.Input, node.Inputs[limit.Input]!, double.NegativeInfinity, limit.Value),
            _ => null,
        };
        return clamp is { } read && read.Low <= read.High && IsExact(read.Input.ElementType) ? clamp : null;
    }

    /// <summary>Integers beyond 2^53 are no doubles.</summary>
    private static bool IsExact(ElementType type) => type is not (ElementType.Undefined or ElementType.Int64 or ElementType.UInt64);

    private static double? Bound(Node node, int index, string attribute, double otherwise) => node.Input(index) is { } value
        ? Number(value)
        : node.Attributes.Find(attribute)?.Float ?? otherwise;

    /// <summary>The number that one of two operands is, and which input the other is.</summary>
    private static (int Input, double Value)? Limit(Node node)
    {
        if (node.Inputs.Count != 2 || node.Inputs[1] is not { } second)
            return null;
        if (Number(second) is { } right)
            return (0, right);
        return Number(node.Inputs[0]!) is { } left ? (1, left) : null;
    }

    private static double? Number(Value value) =>
        value.Constant is { Rank: 0 } data && (data.ElementType.IsInteger() || data.ElementType is ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16)
            ? Elements.Read<double>(data)[0]
            : null;
}
