using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANGE → Range: the numbers from a start to before a limit, in equal steps.</summary>
/// <remarks>Range: 11; below, from counted steps. TFLite adds up real steps one by one, ONNX multiplies: the last digits of long ranges differ.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Range)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRange")]
internal sealed class RangeHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, op.Emit.Range(op.Raw(0), op.Raw(1), op.Raw(2)));
}
