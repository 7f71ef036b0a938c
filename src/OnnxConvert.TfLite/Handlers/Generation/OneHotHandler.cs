using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ONE_HOT → Equal with the numbers below depth, and Where: a new axis that is "on" at the index and "off" elsewhere.</summary>
/// <remarks>An index outside of the range is "off" throughout; ONNX's OneHot counts negative ones from the back, and runtimes have it for few types.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.OneHot)]
internal sealed class OneHotHandler : IOpHandler
{
    public void Convert(OpContext op) => Convert(op, op.Int("axis"));

    /// <summary>Makes a new axis that is given otherwise than by the option.</summary>
    internal static void Convert(OpContext op, long newAxis)
    {
        int rank = op.Rank(0) + 1;
        int axis = op.Axis(newAxis, rank);
        Value indices = op.Emit.Unsqueeze(op.Emit.Cast(op.Declared(0), ElementType.Int64), axis);
        Value numbers = op.Emit.Unsqueeze(Numbers(op), [.. Enumerable.Range(1, rank - 1 - axis).Select(trailing => (long)trailing)]);
        Value hot = op.Emit.Compare("Equal", indices, numbers);
        op.StoredResult(0, op.Emit.Where(hot, op.Stored(2, 2, 3), op.Stored(3, 2, 3)), 2, 3);
    }

    /// <summary>0, 1, … below depth.</summary>
    private static Value Numbers(OpContext op)
    {
        if (op.ConstantInts(1) is [var depth])
            return op.Emit.Ints([.. Enumerable.Range(0, op.TableLength(depth, "the new dimension")).Select(number => (long)number)]);
        return op.Emit.Indices(op.Emit.Cast(op.Declared(1), ElementType.Int64));
    }
}
