using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Diag → Where: a tensor (sizes...) on the main diagonal of one of (sizes..., sizes...), with zeros elsewhere.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDiag", Restrictions = "computed sizes need opset 11")]
internal sealed class FlexDiagHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value flat = emit.Reshape(op.Declared(0), -1);
        Value numbers = emit.Indices(emit.Length(flat, 0));
        Value isDiagonal = emit.Compare("Equal", emit.Unsqueeze(numbers, 1), numbers);
        Value y = emit.Where(isDiagonal, flat, emit.Const(0, flat.ElementType));
        Value sizes = emit.Shape(op.Declared(0));
        op.DeclaredResult(0, emit.Reshape(y, emit.Concat([sizes, sizes], 0)));
    }
}
