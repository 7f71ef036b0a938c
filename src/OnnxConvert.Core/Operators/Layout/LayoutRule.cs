using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>How an operator can compute with permuted dimensions. Each operator family has one rule.</summary>
public abstract class LayoutRule
{
    /// <summary>The inputs that carry the data whose dimensions are permuted; the others are parameters.</summary>
    public virtual IEnumerable<int> DataInputs(Node node) => [0];

    /// <summary>Whether the node, as it stands, can be computed in any order of dimensions.</summary>
    public abstract bool Applies(Node node, int opset);

    /// <summary>The permutation of the node when a data input is permuted so; null when that does not determine it.</summary>
    public virtual Permutation? FromInput(Node node, Permutation input) => input;

    /// <summary>The permutation of the node when its outputs are permuted so; null when that does not determine it.</summary>
    public virtual Permutation? FromOutput(Node node, Permutation output) => output;

    /// <summary>The permutation of the data inputs under the node's permutation.</summary>
    public virtual Permutation InputOf(Node node, Permutation permutation) => permutation;

    /// <summary>The permutation of the outputs under the node's permutation.</summary>
    public virtual Permutation OutputOf(Node node, Permutation permutation) => permutation;

    /// <summary>Changes attributes and parameter inputs so that the node computes with permuted dimensions. Data inputs are exchanged by the caller.</summary>
    public virtual void Apply(Node node, Permutation permutation, int opset)
    {
    }

    /// <summary>Whether the shapes of all data inputs have one known rank; constants and single elements may have a lower one.</summary>
    protected bool HasOneRank(Node node)
    {
        int? rank = node.Outputs[0].Shape?.Rank;
        return rank is > 1 && DataInputs(node).All(i => Fits(node.Input(i), rank.Value));
    }

    /// <summary>Whether a value takes part in a broadcast to the given rank without further ado.</summary>
    public static bool Fits(Value? value, int rank) => value is null
        || value.Shape is { } shape && (shape.Rank == rank || shape.Rank < rank && (PermutedConstant.IsConstant(value) || shape.ElementCount == 1));

    /// <summary>A constant of integers, as axes and pads are given.</summary>
    protected static Value Ints(Graph graph, IEnumerable<long> values) =>
        graph.AddInitializer("ints", TensorData.Vector<long>([.. values]));
}
