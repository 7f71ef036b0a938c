using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Lists of dimensions, as StableHLO's operators have them in their options.</summary>
internal static class Axes
{
    /// <summary>A list option; empty when the file leaves it out.</summary>
    internal static long[] Ints(this OpContext op, string option) => [.. op.Node.Attributes.Ints(option)];

    /// <summary>A list option with one number for each dimension.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="option">The name of the option.</param>
    /// <param name="rank">The number of dimensions.</param>
    /// <param name="otherwise">What a list that is left out stands for.</param>
    /// <exception cref="UnsupportedModelException">The list has another length.</exception>
    internal static long[] Ints(this OpContext op, string option, int rank, long otherwise)
    {
        long[] values = op.Ints(option);
        if (values.Length == 0)
            return [.. Enumerable.Repeat(otherwise, rank)];
        return values.Length == rank ? values : throw op.NotSupported($"{option} has {values.Length} numbers; {rank} are needed");
    }

    /// <summary>The start of a box, given by a scalar input for each dimension, as a rank 1 int64 value.</summary>
    internal static Value Starts(this OpContext op, int firstInput, int rank) =>
        op.Emit.Concat([.. Enumerable.Range(firstInput, rank).Select(input => op.Emit.Reshape(op.Emit.Cast(op.Declared(input), ElementType.Int64), 1))], 0);

    /// <summary>0, 1, …, rank - 1.</summary>
    internal static long[] All(int rank) => [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];
}
