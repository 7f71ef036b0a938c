using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator on the bits of two inputs. ONNX has it since opset 18; before, it is computed on bits as numbers.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <param name="onBits">The operator that does the same to the numbers 0 and 1.</param>
internal abstract class BitwiseHandler(string onnxOp, string onBits) : IOpHandler
{
    private const int MaxComposedBits = 32;

    public void Convert(OpContext op) => op.DeclaredResult(0, op.Opset >= 18
        ? op.Emit.Node(onnxOp, [op.Declared(0), op.Declared(1)])
        : Compose(op));

    private Value Compose(OpContext op)
    {
        int count = op.InputType(0).BitSize();
        if (count > MaxComposedBits)
            throw op.NotSupported($"integers of {count} bits need opset 18 or higher", op.Input(0));
        Value weights = op.Emit.Ints([.. Enumerable.Range(0, count).Select(bit => 1L << bit)]);
        Value a = Bits(op, 0, weights);
        Value b = Bits(op, 1, weights);
        Value bits = onBits == "Sub" ? op.Emit.Unary("Abs", op.Emit.Sub(a, b)) : op.Emit.Binary(onBits, a, b);
        int rank = Math.Max(op.Rank(0), op.Rank(1));
        Value sum = op.Emit.Reduce("ReduceSum", op.Emit.Mul(bits, weights), [rank], keepDims: false);
        return op.Emit.Cast(sum, op.OutputType(0));
    }

    /// <summary>The bits of each element as a new last dimension, the lowest first. Mod of a positive divisor makes negative numbers positive.</summary>
    private static Value Bits(OpContext op, int input, Value weights)
    {
        Value x = op.Emit.Cast(op.Declared(input), ElementType.Int64);
        Value unsigned = op.Emit.Binary("Mod", x, op.Emit.Const(1L << op.InputType(input).BitSize()));
        Value shifted = op.Emit.Div(op.Emit.Unsqueeze(unsigned, op.Rank(input)), weights);
        return op.Emit.Binary("Mod", shifted, op.Emit.Const(2L));
    }
}
