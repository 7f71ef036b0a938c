using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>NumericVerify, which TFLite's quantization debugger puts in → Sub: how far a quantized tensor is from the float one that it stands for.</summary>
[OpHandler(TfLiteOps.CustomDomain, "NumericVerify")]
internal sealed class NumericVerifyHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Sub(op.Real(0), op.Real(1)));
}
