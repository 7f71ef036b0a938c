using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>A tensor that may be stored in one of two orders of its dimensions: as it is, or permuted by <see cref="Alternative"/>.</summary>
internal sealed class LayoutTensor(Value value, Permutation alternative, bool flipped)
{
    internal Value Value { get; } = value;

    internal Permutation Alternative { get; } = alternative;

    /// <summary>Which of the two orders goes with the cut's source side: false: the alternative; true: the present one.</summary>
    internal bool Flipped { get; private set; } = flipped;

    /// <summary>What it costs to bring the tensor from one order into the other: bytes moved, and something for the node itself.</summary>
    internal long Cost
    {
        get
        {
            const long NodeCost = 1000;
            const long UnknownSize = 100_000;
            if (MovesNothing())
                return 1;
            long bits = Math.Max(8, Value.ElementType.BitSize());
            return NodeCost + ((Value.Shape?.ElementCount ?? UnknownSize) * bits / 8);
        }
    }

    internal void Flip() => Flipped = !Flipped;

    /// <summary>Whether only dimensions of size 1 change their place, so that a reshape does it.</summary>
    private bool MovesNothing()
    {
        int last = -1;
        foreach (int axis in Alternative.Axes)
        {
            if (Value.Shape?[axis].Size == 1)
                continue;
            if (axis < last)
                return false;
            last = axis;
        }

        return true;
    }
}
