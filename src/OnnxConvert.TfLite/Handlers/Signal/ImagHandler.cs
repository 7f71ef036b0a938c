using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>IMAG → Gather of the second of each pair.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Imag)]
[OpHandler(TfLiteOps.CustomDomain, "FlexImag")]
internal sealed class ImagHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.ImaginaryPart(op.Complex(0), op.Rank(0)));
}
