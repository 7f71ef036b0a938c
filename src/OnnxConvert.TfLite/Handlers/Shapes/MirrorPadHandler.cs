using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MIRROR_PAD → Pad(reflect) for REFLECT, which leaves the edge out; Gather along each axis for SYMMETRIC, which repeats it.</summary>
/// <remarks>ONNX's mode <c>edge</c> is another thing: it repeats the last element only.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.MirrorPad, Restrictions = "the amounts must be constant; SYMMETRIC needs known sizes")]
internal sealed class MirrorPadHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        const long Symmetric = 1;
        long[] amounts = op.RequireInts(1, "the paddings");
        long[] begins = Paddings.Column(amounts, 0);
        long[] ends = Paddings.Column(amounts, 1);
        Value x = op.Raw(0);
        if (op.Int("mode") != Symmetric)
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
