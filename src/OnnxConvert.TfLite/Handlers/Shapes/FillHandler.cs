using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FILL → Expand of a scalar. Inputs sizes, value.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Fill)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFill")]
internal sealed class FillHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, op.ConstantInts(0) is { } sizes ? op.Emit.Expand(op.Raw(1), sizes) : op.Emit.Expand(op.Raw(1), op.Emit.Cast(op.Declared(0), ElementType.Int64)));
}
