using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>An operator that may be computed with permuted dimensions.</summary>
internal sealed class LayoutOperation(Node node, LayoutRule rule, Permutation permutation, bool flipped)
{
    internal Node Node { get; } = node;

    internal LayoutRule Rule { get; } = rule;

    /// <summary>The permutation of the operator's dimensions if it is permuted.</summary>
    internal Permutation Permutation { get; } = permutation;

    /// <summary>Which of the two ways goes with the cut's source side: false: permuted; true: as it is.</summary>
    internal bool Flipped { get; private set; } = flipped;

    /// <summary>The node in the cut.</summary>
    internal int CutNode { get; set; }

    /// <summary>The decision.</summary>
    internal bool IsPermuted { get; set; }

    internal void Flip() => Flipped = !Flipped;

    /// <summary>The order of dimensions in which an input is read, given that it is read through <paramref name="through"/> at present.</summary>
    internal Permutation FormOf(int input, Permutation through) =>
        IsPermuted && ReadsPermuted(input) ? through.Then(Rule.InputOf(Node, Permutation)) : through;

    /// <summary>Whether an input has to be permuted along with the operator.</summary>
    internal bool ReadsPermuted(int input) =>
        Rule.DataInputs(Node).Contains(input) && Node.Input(input)?.Shape?.Rank == Rule.InputOf(Node, Permutation).Rank;
}
