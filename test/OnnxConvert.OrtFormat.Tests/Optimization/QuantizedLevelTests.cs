using OnnxConvert.Ir;
using static OnnxConvert.Ir.ElementType;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

public class QuantizedLevelTests
{
    [TestCase(Int8, 40, 8, -1)]
    [TestCase(UInt8, 40, 8, -1)]
    [TestCase(Int8, 40, 8, 1)]
    [TestCase(UInt8, 7, 3, 1)]
    public void Multiplies_by_weights_as_they_are_stored(ElementType type, int rows, int columns, int axis) => With(t =>
    {
        Value weights = axis < 0 ? t.Integers(type, 0.01f, 5, [rows, columns]) : t.Integers(type, axis, columns, [rows, columns]);
        return t.Node("MatMul", [t.Input(3, rows), weights]);
    }).Leaves(Extended, "MatMulNBits");

    [TestCase(Int4, 32, 16)]
    [TestCase(UInt4, 64, 32)]
    [TestCase(Int8, 64, 32)]
    public void Multiplies_by_blocks_of_weights(ElementType type, int rows, int blockSize) =>
        With(t => t.Node("MatMul", [t.Input(3, rows), t.Blocks(type, blockSize, [rows, 8])]), opset: 21).Leaves(Extended, "MatMulNBits");

    [TestCase("Abs", "Abs", "Erf", "MatMulNBits")]
    [TestCase("Relu", "DequantizeLinear", "Erf", "FusedGemm")]
    public void Multiplies_and_adds(string next, params string[] expected) => With(t =>
        t.Node("Erf", [t.Node(next, [t.Node("Gemm", [t.Input(3, 40), t.Integers(Int8, 0.01f, 0, [40, 8]), t.Weights(8)])])])).Leaves(Extended, expected);

    [Test]
    public void Adds_a_quantized_bias() => With(t =>
        t.Node("Gemm", [t.Input(3, 40), t.Integers(Int8, 0.01f, 0, [40, 8]), t.Bias(0.001f, 8)])).Leaves(Extended, "DequantizeLinear", "MatMulNBits");

    [Test]
    public void Keeps_transposed_weights() => With(t =>
        t.Node("Gemm", [t.Input(3, 40), t.Integers(Int8, 0.01f, 0, [8, 40])], new NodeAttribute("transB", 1L))).Leaves(Extended, "DequantizeLinear", "Gemm");

    [Test]
    public void Adds_a_bias_that_is_computed() => With(t =>
        t.Node("Add", [t.Node("Abs", [t.Input(8)]), t.BlockwiseMatMul(t.Input(2, 3, 64), rows: 64)])).Leaves(Extended, "Abs", "MatMulNBits");

    [Test]
    public void Keeps_a_sum_that_is_no_bias() => With(t =>
        t.Node("Add", [t.BlockwiseMatMul(t.Input(2, 3, 64), rows: 64), t.Weights(3, 1)])).Leaves(Extended, "Add", "MatMulNBits");

    [Test]
    public void Keeps_weights_with_a_scale_for_each_row() => With(t =>
        t.Node("MatMul", [t.Input(3, 40), t.Integers(Int8, 0, 40, [40, 8])])).Leaves(Extended, "DequantizeLinear", "MatMul");

    [Test]
    public void Keeps_weights_that_are_the_left_operand() => With(t =>
        t.Node("MatMul", [t.Integers(Int8, 0.01f, 0, [3, 40]), t.Input(40, 8)])).Leaves(Extended, "DequantizeLinear", "MatMul");

    [TestCase(true, true, "DynamicQuantizeMatMul")]
    [TestCase(true, false, "DynamicQuantizeMatMul")]
    [TestCase(false, true, "MatMulIntegerToFloat")]
    public void Quantizes_and_multiplies_while_running(bool isDynamic, bool hasBias, string expected) => With(t =>
    {
        Value[] a = isDynamic ? t.Nodes("DynamicQuantizeLinear", [t.Input(3, 40)], 3) : [t.Input(UInt8, 3, 40), t.Input(), t.Const(TensorData.Scalar((byte)7))];
        Value product = t.Node("MatMulInteger", [a[0], t.Const(TensorData.Create<sbyte>([.. Enumerable.Range(0, 320).Select(i => (sbyte)((i * 37 % 200) - 100))], 40, 8)), a[2], t.Const(TensorData.Scalar((sbyte)3))]);
        Value y = t.Node("Mul", [t.Node("Cast", [product], new NodeAttribute("to", 1L)), t.Node("Mul", [a[1], t.Number(0.02f)])]);
        return hasBias ? t.Node("Add", [y, t.Weights(8)]) : y;
    }).Leaves(Extended, expected);

    private static LevelTest With(Func<LevelTest, Value> build, int opset = 18)
    {
        var test = new LevelTest(opset);
        return test.Output(build(test));
    }
}
