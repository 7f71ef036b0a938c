using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListFromTensor → Identity: the list of what a tensor holds along its first dimension. Inputs tensor, sizes of an item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListFromTensor")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListFromTensor")]
internal sealed class TensorListFromTensorHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Identity(op.Declared(0)));
}
