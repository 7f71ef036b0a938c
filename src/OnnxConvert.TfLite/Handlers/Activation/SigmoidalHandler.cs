using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A function whose results a quantized output always takes in; of int16 as the kernels compute it.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <param name="ofInt16">The kernels' function of int16, in stored values.</param>
internal abstract class SigmoidalHandler(string onnxOp, Func<OpContext, Value> ofInt16) : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
            op.RawResult(0, ofInt16(op));
        else
            op.BoundedResult(0, op.Emit.Unary(onnxOp, op.Real(0)));
    }
}
