using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomGetKeyCounter, with and without Alg: the key (1) and counter (2) that follow from a seed (2), and the number of the algorithm.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomGetKeyCounter", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomGetKeyCounterAlg", MinOpset = 11)]
internal sealed class FlexStatelessRandomGetKeyCounterHandler : IOpHandler
{
    /// <summary>The number that TensorFlow has for Philox, its choice on a CPU.</summary>
    internal const int Philox = 1;

    public void Convert(OpContext op)
    {
        StatelessBits bits = StatelessBits.OfSeed(op, 0);
        op.DeclaredResult(0, bits.Key);
        op.DeclaredResult(1, bits.Counter);
        if (op.OutputCount > 2)
            op.DeclaredResult(2, op.Emit.Const(Philox));
    }
}
