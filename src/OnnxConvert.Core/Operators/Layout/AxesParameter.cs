using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>The axes of an operator that takes them as an attribute in older opsets and as its second input in newer ones.</summary>
public static class AxesParameter
{
    /// <summary>The axes, counted from the front; null when they are computed, empty when none are given.</summary>
    public static int[]? Read(Node node, int rank)
    {
        long[] axes;
        if (node.Input(1) is { } input)
        {
            if (input.Constant is null)
                return null;
            axes = Numbers.ToInt64(input.Constant);
        }
        else
        {
            axes = [.. node.Attributes.Ints("axes")];
        }

        return [.. axes.Select(axis => (int)(axis < 0 ? axis + rank : axis))];
    }

    /// <summary>Sets the axes in the form in which they were.</summary>
    public static void Write(Node node, IEnumerable<int> axes)
    {
        long[] sorted = [.. axes.Select(axis => (long)axis).Order()];
        if (node.Input(1) is not null)
            node.SetInput(1, node.Graph!.AddInitializer("axes", TensorData.Vector<long>(sorted)));
        else
            node.Attributes.Set(new NodeAttribute("axes", [.. sorted]));
    }
}
