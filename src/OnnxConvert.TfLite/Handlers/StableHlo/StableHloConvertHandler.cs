using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CONVERT → Cast: each element in another type, as CAST has it.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloConvert, Restrictions = "no complex numbers")]
internal sealed class StableHloConvertHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (!op.TryHandler(TfLiteOps.Domain, TfLiteOps.Cast))
            throw op.NotSupported("is converted by the handler of CAST, which was removed from the registry");
    }
}
