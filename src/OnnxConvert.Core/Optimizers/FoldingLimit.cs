using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>Whether it is worth its bytes to have what a node computes in the file.</summary>
internal sealed class FoldingLimit(long? budget)
{
    /// <summary>A result of this size is kept whatever it is made of.</summary>
    private const long HarmlessBytes = 1 << 20;

    private long? _left = budget;

    internal bool Allows(Node node, TensorData?[] inputs)
    {
        long read = inputs.Sum(input => input?.ByteLength ?? 0);
        return _left is null ? IsSmall(node, read) : IsWithinBudget(node, read);
    }

    private static bool IsSmall(Node node, long read)
    {
        if (node.OpType is "Cast" or "Transpose" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" or "Constant" or "Shape" or "Size")
            return true;
        long written = 0;
        foreach (Value output in node.Outputs)
        {
            if (output.Shape?.ElementCount is not { } count)
                return !RepeatsInput(node) && read <= HarmlessBytes;
            // Of the smallest elements, four are a byte. What is more by far might not even have a number of bytes.
            if (count / 4 > Math.Max(HarmlessBytes, read * 2))
                return false;
            written += output.ElementType.ByteLength(count);
        }

        return written <= HarmlessBytes || written <= read * 2;
    }

    private bool IsWithinBudget(Node node, long read)
    {
        long written = 0;
        foreach (Value output in node.Outputs)
        {
            if (output.Shape?.ElementCount is not { } count)
                return !RepeatsInput(node);
            written += output.ElementType.ByteLength(count);
        }

        if (written > read && written - read > _left)
            return false;
        _left -= Math.Max(0, written - read);
        return true;
    }

    /// <summary>Such nodes may give anything; the others no more than some times their input.</summary>
    private static bool RepeatsInput(Node node) => node.OpType is "Expand" or "Tile" or "ConstantOfShape" or "Range" or "Pad";
}
