using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The larger or smaller of two elements.</summary>
/// <param name="onnxOp">The ONNX operator of numbers.</param>
/// <param name="logicOp">The ONNX operator that does the same to bools.</param>
/// <param name="comparison">The comparison of first and second element that makes the second one the result.</param>
/// <remarks>Where one of two real numbers is NaN, TFLite's kernel gives the first, ONNX's operators NaN; a second one that is constant and no NaN makes that the same.</remarks>
internal abstract class StableHloExtremumHandler(string onnxOp, string logicOp, string comparison) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Stored(0, 0, 1);
        Value b = op.Stored(1, 0, 1);
        op.StoredResult(0, Choose(op, a, b), 0, 1);
    }

    private Value Choose(OpContext op, Value a, Value b)
    {
        if (a.ElementType == ElementType.Bool)
            return op.Emit.Node(logicOp, [a, b]);
        bool differ = op.InputType(0).IsFloat() && (op.Constant(1) is not { ElementType: ElementType.Float } constant || constant.AsSpan<float>().ToArray().Any(float.IsNaN));
        return differ ? op.Emit.Where(op.Emit.Compare(comparison, a, b), b, a) : op.Emit.Binary(onnxOp, a, b);
    }
}
