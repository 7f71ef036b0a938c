using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Roll → two Slices and Concat for each axis: elements move by a shift, those that leave at one end come in at the other. Inputs tensor, shifts, axes.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRoll", MinOpset = 10, Restrictions = "the axes must be constant")]
internal sealed class FlexRollHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        long[] axes = op.RequireInts(2, "the axes");
        Value shifts = emit.Reshape(op.Indices(1), -1);
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = op.Axis(axes[i], op.Rank(0));
            Value shift = emit.Slice(shifts, [i], [i + 1], [0]);
            // The first element of the result; Mod of integers has the divisor's sign.
            Value start = emit.Binary("Mod", emit.Unary("Neg", shift), emit.Max(emit.Size(x, axis), emit.Ints(1)));
            Value front = emit.Slice(x, start, emit.Ints(long.MaxValue), emit.Ints(axis));
            Value back = emit.Slice(x, emit.Ints(0), start, emit.Ints(axis));
            x = emit.Concat([front, back], axis);
        }

        op.DeclaredResult(0, x);
    }
}
