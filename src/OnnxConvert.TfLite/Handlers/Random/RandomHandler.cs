using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Random numbers of a given shape, whose distribution is TFLite's; the numbers themselves are another generator's.</summary>
/// <param name="onnxOp">The ONNX operator that takes the shape as an attribute; the name with <c>Like</c> takes it from a tensor.</param>
internal abstract class RandomHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op)
    {
        NodeAttribute[] attributes = [new("dtype", (long)op.OutputType(0)), .. op.Seed()];
        op.Result(0, op.ConstantInts(0) is { Length: > 0 } sizes
            ? op.Emit.Node(onnxOp, [], [new NodeAttribute("shape", [.. sizes]), .. attributes])
            : op.Emit.Node(onnxOp + "Like", [op.Emit.Zeros(op.Declared(0), op.OutputType(0))], attributes));
    }
}
