using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MIRROR_PAD → Pad(reflect) for REFLECT, which leaves the edge out; Gather along each axis for SYMMETRIC, which repeats it.</summary>
/// <remarks>ONNX's mode <c>edge</c> is another thing: it repeats the last element only.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.MirrorPad, Restrictions = "SYMMETRIC by constant amounts needs known sizes")]
internal sealed class MirrorPadHandler : IOpHandler
{
    private const long Symmetric = 1;

    public void Convert(OpContext op) => Convert(op, op.Int("mode") == Symmetric);

    /// <summary>Pads in a mode that is given otherwise than by the option.</summary>
    internal static void Convert(OpContext op, bool isSymmetric)
    {
        if (op.ConstantInts(1) is not { } amounts)
        {
            op.RawResult(0, isSymmetric ? PadSymmetric(op) : op.Emit.Pad(op.Raw(0), Paddings.Flat(op, 1), mode: "reflect"));
            return;
        }

        long[] begins = Paddings.Column(amounts, 0);
        long[] ends = Paddings.Column(amounts, 1);
        Value x = op.Raw(0);
        if (!isSymmetric)
        {
            op.RawResult(0, op.Emit.Pad(x, begins, ends, mode: "reflect"));
            return;
        }

        for (int axis = 0; axis < begins.Length; axis++)
        {
            if (begins[axis] != 0 || ends[axis] != 0)
                x = op.Emit.Gather(x, op.Emit.Ints(Indices(op, op.Size(0, axis), begins[axis], ends[axis])), axis);
        }

        op.RawResult(0, x);
    }

    /// <summary>As with constant amounts, the indices being computed: places from -begin to before size + end, mirrored at both borders.</summary>
    private static Value PadSymmetric(OpContext op)
    {
        Emitter emit = op.Emit;
        if (op.Opset < 11)
            throw op.NotSupported("computed amounts need opset 11 or higher", op.Input(1));
        int rank = op.Rank(0);
        Value amounts = Paddings.Flat(op, 1);
        Value x = op.Raw(0);
        for (int axis = 0; axis < rank; axis++)
        {
            Value size = emit.Squeeze(emit.Size(op.Raw(0), axis), 0);
            Value begin = emit.Gather(amounts, emit.Const((long)axis), 0);
            Value end = emit.Gather(amounts, emit.Const((long)(axis + rank)), 0);
            Value place = emit.Node("Range", [emit.Sub(emit.Const(0L), begin), emit.Add(size, end), emit.Const(1L)]);
            Value beforeBegin = emit.Sub(emit.Const(-1L), place);
            Value behindEnd = emit.Sub(emit.Sub(emit.Add(size, size), emit.Const(1L)), place);
            place = emit.Where(emit.Compare("Less", place, emit.Const(0L)), beforeBegin, emit.Where(emit.Compare("Less", place, size), place, behindEnd));
            x = emit.Gather(x, place, axis);
        }

        return x;
    }

    private static long[] Indices(OpContext op, long size, long begin, long end)
    {
        if (begin < 0 || end < 0 || begin > size || end > size)
            throw op.NotSupported($"a dimension of size {size} cannot be padded symmetrically by {begin} and {end}; at most {size} are possible", op.Input(0));
        var indices = new long[op.TableLength(begin + size + end, "the padded dimension")];
        for (long i = 0; i < indices.Length; i++)
        {
            long place = i - begin;
            indices[i] = place < 0 ? -place - 1 : place >= size ? (2 * size) - 1 - place : place;
        }

        return indices;
    }
}
