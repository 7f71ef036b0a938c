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
    public void Multiplies_as_exactly_as_asked_for([Values] MatMulNBitsAccuracy accuracy) => With(t =>
        t.Node("MatMul", [t.Input(3, 40), t.Integers(Int8, 0.01f, 5, [40, 8])])).Leaves(new OrtOptions { OptimizationLevel = Extended, MatMulNBitsAccuracy = accuracy }, "MatMulNBits");

    [TestCase("Conv", true, "Conv", "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "QuantizeLinear")]
    [TestCase("Conv", false, "Conv", "DequantizeLinear", "DequantizeLinear", "QuantizeLinear")]
    [TestCase("ConvTranspose", true, "ConvTranspose", "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "QuantizeLinear")]
    public void Quantizes_float_weights_between_quantizations(string opType, bool hasBias, params string[] expected) => With(t =>
    {
        Value x = t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), weights = t.Weights(2, 2, 3, 3);
        return t.Quantize(t.Node(opType, hasBias ? [x, weights, t.Weights(2)] : [x, weights]), 0.05f, 2, UInt8);
    }).Leaves(Basic, expected);

    [TestCase("Relu", "QLinearConv")]
    [TestCase("LeakyRelu", "DequantizeLinear", "FusedConv", "QuantizeLinear")]
    public void Quantizes_weights_before_what_quantization_may_take_over(string next, params string[] expected) => With(t =>
        t.Quantize(t.Node(next, [t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), t.Weights(3, 2, 3, 3)])]), 0.05f, 0, UInt8)).Leaves(Extended, expected);

    [TestCase(1, false)]
    [TestCase(0, true)]
    public void Quantizes_a_bias_by_the_scales_of_the_weights(int axis, bool isTransposed) => With(t =>
        t.Quantize(t.Node("Gemm", [t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8), t.Integers(Int8, axis, 3, isTransposed ? [3, 4] : [4, 3]), t.Weights(3)], new NodeAttribute("transB", isTransposed ? 1L : 0)), 0.5f, 100, UInt8))
        .Leaves(Extended, "QGemm");

    [Test]
    public void Keeps_float_weights_where_the_result_is_read_twice() => With(t =>
    {
        Value y = t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), t.Weights(3, 2, 3, 3)]);
        t.Output(t.Node("Erf", [y]));
        return t.Quantize(y, 0.05f, 2, UInt8);
    }).Leaves(Basic, "Conv", "DequantizeLinear", "Erf", "QuantizeLinear");

    [TestCase(0.5f, UInt8)]
    [TestCase(-0.5f, UInt8)]
    [TestCase(0f, UInt8)]
    [TestCase(-0.5f, Int8)]
    public void Quantizes_a_constant_branch(float value, ElementType type) => With(t =>
        t.Quantize(t.Node("Where", [t.Input(Bool, 2, 4), t.Number(value), t.Dequantize(t.Input(type, 2, 4), 0.02f, 3, type)]), 0.05f, 2, type)).Leaves(Extended, "QLinearWhere");

    [TestCase(0.02f, 3, UInt8)]
    [TestCase(0.03f, 5, UInt8)]
    [TestCase(0.01f, -5, Int8)]
    public void Removes_the_inner_of_two_quantizations(float scale, int zeroPoint, ElementType type) => With(t =>
        t.Pair(t.Pair(t.Input(2, 4), 0.02f, 3, type), scale, zeroPoint, type)).Leaves(Basic, "DequantizeLinear", "QuantizeLinear");

    [Test]
    public void Keeps_quantizations_of_two_types() => With(t =>
        t.Pair(t.Pair(t.Input(2, 4), 0.02f, 3, UInt8), 0.02f, 3, Int8)).Leaves(Basic, "DequantizeLinear", "DequantizeLinear", "QuantizeLinear", "QuantizeLinear");

    [Test]
    public void Computes_quantized_constants() => With(t =>
        t.Node("Add", [t.Input(4), t.Dequantize(t.Quantize(t.Node("Abs", [t.Integers(UInt8, 0.02f, 3, [4])]), 0.02f, 3, UInt8), 0.02f, 3, UInt8)])).Leaves(Basic, "Add", "DequantizeLinear");

    [TestCase(false)]
    [TestCase(true)]
    public void Makes_signed_activations_unsigned_on_x64(bool isExact) => With(t =>
        t.Pair(t.Node("Conv", [t.Pair(t.Input(1, 2, 5, 5), 0.02f, 3, Int8), t.QuantizedWeights(0.01f, 3, 2, 3, 3)]), 0.05f, 2, Int8))
        .Leaves(new OrtOptions { OptimizationLevel = Extended, TargetPlatform = TargetPlatform.Amd64, HasExactSumsOnX64 = isExact }, "DequantizeLinear", "QLinearConv", "QuantizeLinear");

    [Test]
    public void Keeps_signed_inputs_and_outputs_on_x64() => With(t =>
        t.Quantize(t.Node("Conv", [t.Dequantize(t.Input(Int8, 1, 2, 5, 5), 0.02f, 3, Int8), t.QuantizedWeights(0.01f, 3, 2, 3, 3)]), 0.05f, 2, Int8))
        .Leaves(Extended, TargetPlatform.Amd64, "Conv", "DequantizeLinear", "DequantizeLinear", "QuantizeLinear");

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
