using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>WHERE → NonZero and Transpose: the indices of the elements that are not 0, one row for each, in row-major order.</summary>
/// <remarks>NonZero gives one column for each.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Where)]
[OpHandler(TfLiteOps.CustomDomain, "FlexWhere")]
internal sealed class WhereHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, op.Emit.Transpose(op.Emit.NonZero(op.Declared(0)), 1, 0));
}
