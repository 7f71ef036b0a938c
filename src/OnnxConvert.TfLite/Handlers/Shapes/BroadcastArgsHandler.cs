using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BROADCAST_ARGS → Pad and Where: the shape to which two shapes broadcast. The shorter one gets leading 1s.</summary>
/// <remarks>A size of 1 gives way to any other, even to 0, so that the larger one is not always right.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BroadcastArgs, Restrictions = "the ranks of both shapes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBroadcastArgs", Restrictions = "the ranks of both shapes must be known")]
internal sealed class BroadcastArgsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long rank = Math.Max(op.Size(0, 0), op.Size(1, 0));
        Value a = Extend(op, 0, rank);
        Value b = Extend(op, 1, rank);
        op.DeclaredResult(0, op.Emit.Where(op.Emit.Compare("Equal", a, op.Emit.Const(1, a.ElementType)), b, a));
    }

    private static Value Extend(OpContext op, int index, long rank)
    {
        Value sizes = op.Declared(index);
        int missing = op.TableLength(rank - op.Size(index, 0), "the leading sizes");
        if (missing == 0)
            return sizes;
        Value ones = op.Emit.Const(Numbers(missing, sizes.ElementType));
        return op.Size(index, 0) == 0 ? ones : op.Emit.Concat([ones, sizes], 0);
    }

    private static TensorData Numbers(int count, ElementType type) => type == ElementType.Int64
        ? TensorData.Vector<long>([.. Enumerable.Repeat(1L, count)])
        : TensorData.Vector<int>([.. Enumerable.Repeat(1, count)]);
}
