using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListConcatLists → Concat: the items of one list behind those of another.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListConcatLists")]
internal sealed class TensorListConcatListsHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Concat([op.List(0), op.List(1)], 0));
}
