using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RandomShuffle → Gather by the order of random numbers: the slices along the first dimension in random order.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomShuffle", MinOpset = 10, Restrictions = "other random numbers of the same distribution")]
internal sealed class FlexRandomShuffleHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Declared(0);
        Value count = op.Emit.Size(x, 0);
        Value random = op.Emit.Node("RandomUniformLike", [op.Emit.Zeros(count, ElementType.Float)], op.Seed());
        op.DeclaredResult(0, op.Emit.Gather(x, op.Emit.TopK(random, count, 0).Indices, 0));
    }
}
