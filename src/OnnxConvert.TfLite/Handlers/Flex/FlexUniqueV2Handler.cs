using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's UniqueV2 → as UNIQUE, of a vector.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexUniqueV2", MinOpset = 11, Restrictions = "vectors only")]
internal sealed class FlexUniqueV2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.Rank(0) != 1)
            throw op.NotSupported($"the input has rank {op.Rank(0)}; vectors are covered", op.Input(0));
        op.TryHandler(TfLiteOps.Domain, TfLiteOps.Unique);
    }
}
