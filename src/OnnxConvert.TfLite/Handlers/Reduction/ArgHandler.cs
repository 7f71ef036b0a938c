using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The index of the largest or smallest element along an axis, the first of equal ones; the axis is removed.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <remarks>The option output_type is unset in some files; the output tensor has the type.</remarks>
internal abstract class ArgHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.RequireInts(1, "the axis")[0], op.Rank(0));
        Value index = op.Emit.ArgReduce(onnxOp, op.Raw(0), axis);
        op.RawResult(0, op.Emit.Cast(index, op.OutputType(0)));
    }
}
