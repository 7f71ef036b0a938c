using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListLength → Shape, Gather: the number of a list's items, an int32 scalar.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListLength")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListLength")]
internal sealed class TensorListLengthHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Cast(op.Emit.Length(op.List(0), 0), ElementType.Int32));
}
