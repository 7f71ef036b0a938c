using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Random numbers by ONNX's operators. TensorFlow's generator gives other numbers of the same distribution.</summary>
internal static class RandomNumbers
{
    /// <summary>Numbers in the shape of a tensor.</summary>
    /// <param name="op">The operator, whose seeds are both 0 where each run is to be another.</param>
    /// <param name="onnxOp">RandomUniformLike (from 0 to below 1) or RandomNormalLike (mean 0, deviation 1).</param>
    /// <param name="shape">A tensor of that shape.</param>
    /// <param name="type">The type of the numbers.</param>
    internal static Value Like(OpContext op, string onnxOp, Value shape, ElementType type)
    {
        op.Remark("random numbers are drawn by the runtime's generator, not by TensorFlow's");
        List<NodeAttribute> attributes = [new("dtype", (long)type)];
        if (op.Int("seed") != 0 || op.Int("seed2") != 0)
            attributes.Add(new NodeAttribute("seed", (float)HashCode(op.Int("seed"), op.Int("seed2"))));
        return op.Emit.Node(onnxOp, [shape], [.. attributes]);
    }

    /// <summary>Numbers of a shape that an input gives.</summary>
    internal static Value OfShape(OpContext op, string onnxOp, int shape, ElementType type) =>
        Like(op, onnxOp, op.Emit.Zeros(op.Indices(shape), ElementType.Float), type);

    /// <summary>Both seeds as one that a float holds exactly.</summary>
    private static long HashCode(long seed, long seed2) => (((seed * 31) + seed2) & 0xFFFFFF) + 1;
}
