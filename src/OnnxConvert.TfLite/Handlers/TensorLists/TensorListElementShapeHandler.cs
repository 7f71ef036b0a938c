using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListElementShape → Shape: the sizes of a list's items.</summary>
/// <remarks>Of sizes that the list leaves open TensorFlow gives -1. An item that is in the list already says what they are.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "TensorListElementShape")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListElementShape")]
internal sealed class TensorListElementShapeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value list = op.List(0);
        Value sizes = op.Emit.Slice(op.Emit.Shape(list), [1], [list.Shape!.Rank], [0]);
        bool mayBeOpen = list.Shape.Skip(1).Any(size => size.Size is null or 0);
        if (mayBeOpen)
            sizes = op.Emit.Where(op.Emit.Compare("Equal", sizes, op.Emit.Const(0L)), op.Emit.Const(-1L), sizes);
        op.DeclaredResult(0, op.Emit.Cast(sizes, op.OutputType(0)));
    }
}
