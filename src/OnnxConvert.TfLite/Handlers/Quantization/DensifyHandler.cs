using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DENSIFY → nothing: constants that the file stores sparse are read dense.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Densify)]
internal sealed class DensifyHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Raw(0));
}
