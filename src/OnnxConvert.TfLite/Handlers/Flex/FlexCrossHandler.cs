using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Cross → Gather, Mul, Sub: the products of vectors of three along the last dimension that are at right angles to both.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexCross")]
internal sealed class FlexCrossHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int axis = op.Rank(0) - 1;
        op.Result(0, emit.Sub(emit.Mul(Turned(0, 1), Turned(1, 2)), emit.Mul(Turned(0, 2), Turned(1, 1))));

        // The component that is so many places further on.
        Value Turned(int input, long by) => emit.Gather(op.Real(input), emit.Ints(by % 3, (by + 1) % 3, (by + 2) % 3), axis);
    }
}
