using OnnxConvert.Ir;
using static OnnxConvert.Ir.ElementType;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

public class ExtendedLevelTests
{
    [TestCase("Relu", true)]
    [TestCase("Sigmoid", true)]
    [TestCase("Tanh", true)]
    [TestCase("LeakyRelu", true)]
    [TestCase("Erf", false)]
    public void Fuses_activations_into_convolutions(string activation, bool fuses) =>
        With(t => t.Node(activation, [t.Conv(t.Input(1, 2, 5, 5), 3)])).Leaves(Extended, fuses ? ["FusedConv"] : ["Conv", activation]);

    [Test]
    public void Fuses_Clip_with_constant_limits() =>
        With(t => t.Node("Clip", [t.Conv(t.Input(1, 2, 5, 5), 3), t.Number(0), t.Number(0.5f)])).Leaves(Extended, "FusedConv");

    [Test]
    public void Keeps_an_activation_of_a_convolution_that_is_read_twice() => With(t =>
    {
        Value y = t.Conv(t.Input(1, 2, 5, 5), 3);
        return t.Node("Mul", [t.Node("Relu", [y]), y]);
    }).Leaves(Extended, "Conv", "Mul", "Relu");

    [TestCase("Relu", true)]
    [TestCase("Softplus", true)]
    [TestCase("Elu", true)]
    [TestCase("LeakyRelu", true)]
    [TestCase("Erf", false)]
    public void Fuses_activations_into_Gemm(string activation, bool fuses) =>
        With(t => t.Node(activation, [t.Node("Gemm", [t.Input(2, 3), t.Weights(3, 4), t.Weights(4)])])).Leaves(Extended, fuses ? ["FusedGemm"] : [.. new[] { activation, "Gemm" }.Order(StringComparer.Ordinal)]);

    [TestCase(new long[] { 0, 2, 1 }, true)]
    [TestCase(new long[] { 1, 0, 2 }, true)]
    [TestCase(new long[] { 2, 1, 0 }, false)]
    public void Takes_transposes_into_products(long[] permutation, bool fuses) => With(t =>
    {
        Value a = t.Node("Transpose", [t.Input(3, 3, 3)], new NodeAttribute("perm", [.. permutation]));
        return t.Node("MatMul", [a, t.Input(3, 3, 3)]);
    }).Leaves(Extended, fuses ? ["FusedMatMul"] : ["MatMul", "Transpose"]);

    [Test]
    public void Takes_factors_into_products() =>
        With(t => t.Node("Div", [t.Node("MatMul", [t.Node("Mul", [t.Input(2, 3), t.Number(3)]), t.Input(3, 4)]), t.Number(2)])).Leaves(Extended, "FusedMatMul");

    [Test]
    public void Keeps_factors_of_each_column() =>
        With(t => t.Node("Mul", [t.Node("MatMul", [t.Input(2, 3), t.Input(3, 4)]), t.Weights(4)])).Leaves(Extended, "MatMul", "Mul");

    [TestCase(1.4142135f, true)]
    [TestCase(1.5f, false)]
    public void Recognises_Gelu(float divisor, bool fuses) => With(t =>
    {
        Value x = t.Node("Abs", [t.Input(2, 3)]);
        Value sum = t.Node("Add", [t.Node("Erf", [t.Node("Div", [x, t.Number(divisor)])]), t.Number(1)]);
        return t.Node("Mul", [t.Node("Mul", [x, sum]), t.Number(0.5f)]);
    }).Leaves(Extended, fuses ? ["Abs", "Gelu"] : ["Abs", "Add", "Div", "Erf", "Mul", "Mul"]);

    [TestCase(true)]
    [TestCase(false)]
    public void Recognises_QuickGelu(bool scales) => With(t =>
    {
        Value x = t.Node("Abs", [t.Input(2, 3)]);
        return t.Node("Mul", [x, t.Node("Sigmoid", [scales ? t.Node("Mul", [x, t.Number(1.702f)]) : x])]);
    }).Leaves(Extended, "Abs", "QuickGelu");

    [TestCase(2, true)]
    [TestCase(1, false)]
    public void Splits_what_slices_take_apart(int start, bool fuses) => With(t =>
    {
        Value x = t.Node("Abs", [t.Input(2, 4)]);
        Value left = t.Node("Slice", [x, t.Ints(0), t.Ints(2), t.Ints(1)]);
        Value right = t.Node("Slice", [x, t.Ints(start), t.Ints(4), t.Ints(1)]);
        return t.Node("Concat", [t.Node("Erf", [left]), t.Node("Sin", [right])], new NodeAttribute("axis", 1L));
    }).Leaves(Extended, fuses ? ["Abs", "Concat", "Erf", "Sin", "Split"] : ["Abs", "Concat", "Erf", "Sin", "Slice", "Slice"]);

    [TestCase(0, true)]
    [TestCase(-1, false)]
    public void Slices_what_a_range_picks(int start, bool fuses)
    {
        LevelTest test = With(t =>
        {
            Value limit = t.Node("Gather", [t.Node("Shape", [t.Input(["rows", 3])]), t.Const(TensorData.Scalar(0L))]);
            return t.Node("Gather", [t.Input(6, 4), t.Node("Range", [t.Const(TensorData.Scalar((long)start)), limit, t.Const(TensorData.Scalar(1L))])]);
        });
        if (fuses)
            test.Leaves(Extended, "Gather", "Shape", "Slice", "Unsqueeze", "Unsqueeze", "Unsqueeze");
        else
            test.LeavesHere(Extended, "Gather", "Gather", "Range", "Shape");
    }

    [TestCase(UInt8, "Sigmoid")]
    [TestCase(Int8, "LeakyRelu")]
    [TestCase(UInt8, "Softmax")]
    public void Computes_functions_on_integers(ElementType type, string opType) =>
        With(t => t.Quantize(t.Node(opType, [t.Dequantize(t.Input(type, 2, 4), 0.02f, 3, type)]), 0.004f, 0, type)).Leaves(Extended, $"QLinear{opType}");

    [TestCase(Int8, "DequantizeLinear", "QuantizeLinear", "Sigmoid")]
    public void Keeps_functions_between_two_types(ElementType output, params string[] expected) =>
        With(t => t.Quantize(t.Node("Sigmoid", [t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8)]), 0.004f, 0, output)).Leaves(Extended, expected);

    [Test]
    public void Keeps_a_function_whose_result_is_an_output_too() => With(t =>
    {
        Value y = t.Node("Sigmoid", [t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8)]);
        t.Output(y);
        return t.Quantize(y, 0.004f, 0, UInt8);
    }).Leaves(Extended, "DequantizeLinear", "QuantizeLinear", "Sigmoid");

    [TestCase("Add", UInt8)]
    [TestCase("Mul", Int8)]
    public void Adds_and_multiplies_integers(string opType, ElementType type) => With(t =>
    {
        Value a = t.Dequantize(t.Input(type, 2, 4), 0.02f, 3, type), b = t.Dequantize(t.Input(type, 2, 4), 0.03f, 1, type);
        return t.Quantize(t.Node(opType, [a, b]), 0.05f, 2, type);
    }).Leaves(Extended, $"QLinear{opType}");

    [Test]
    public void Joins_integers() => With(t =>
    {
        Value a = t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8), b = t.Dequantize(t.Input(UInt8, 2, 4), 0.03f, 1, UInt8);
        return t.Quantize(t.Node("Concat", [a, b], new NodeAttribute("axis", 1L)), 0.05f, 2, UInt8);
    }).Leaves(Extended, "QLinearConcat");

    [TestCase(0.02f, 3, "Reshape")]
    [TestCase(0.03f, 3, "DequantizeLinear", "QuantizeLinear", "Reshape")]
    [TestCase(0.02f, 4, "DequantizeLinear", "QuantizeLinear", "Reshape")]
    public void Moves_integers_where_the_quantization_stays(float scale, int zeroPoint, params string[] expected) =>
        With(t => t.Quantize(t.Node("Reshape", [t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8), t.Ints(8)]), scale, zeroPoint, UInt8)).Leaves(Extended, expected);

    [TestCase("nearest", "Resize")]
    [TestCase("linear", "DequantizeLinear", "QuantizeLinear", "Resize")]
    public void Resizes_integers_to_the_nearest_only(string mode, params string[] expected) => With(t =>
    {
        Value x = t.Dequantize(t.Input(UInt8, 1, 2, 3, 3), 0.02f, 3, UInt8);
        return t.Quantize(t.Node("Resize", [x, null, null, t.Ints(1, 2, 6, 6)], new NodeAttribute("mode", mode), new NodeAttribute("coordinate_transformation_mode", "asymmetric"), new NodeAttribute("nearest_mode", "floor")), 0.02f, 3, UInt8);
    }).Leaves(Extended, expected);

    [TestCase(0.0002f, "QLinearConv")]
    [TestCase(0.0003f, "Conv", "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "QuantizeLinear")]
    public void Convolves_integers_with_a_bias_in_steps_of_the_product(float biasScale, params string[] expected) =>
        With(t => QuantizedConv(t, UInt8, biasScale)).Leaves(Extended, expected);

    [Test]
    public void Convolves_signed_integers_on_arm() => With(t => QuantizedConv(t, Int8, 0.0002f)).Leaves(Extended, "QLinearConv");

    [TestCase(0, "QLinearConv")]
    [TestCase(7, "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "FusedConv", "QuantizeLinear")]
    public void Drops_Relu_where_quantization_does_the_same(int zeroPoint, params string[] expected) => With(t =>
    {
        Value y = t.Node("Conv", [t.Dequantize(t.Input(UInt8, 1, 2, 5, 5), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 2, 3, 3), t.Bias(0.0002f, 3)]);
        return t.Quantize(t.Node("Relu", [y]), 0.05f, zeroPoint, UInt8);
    }).Leaves(Extended, expected);

    [TestCase(true, "QLinearMatMul")]
    [TestCase(false, "MatMulIntegerToFloat")]
    public void Multiplies_matrices_of_integers(bool quantizes, string expected) => With(t =>
    {
        Value y = t.Node("MatMul", [t.Dequantize(t.Input(UInt8, 2, 3), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 4)]);
        return quantizes ? t.Quantize(y, 0.05f, 2, UInt8) : t.Node("Erf", [y]);
    }).Leaves(Extended, quantizes ? [expected] : ["Erf", expected]);

    [TestCase(true)]
    [TestCase(false)]
    public void Computes_Gemm_on_integers(bool quantizes) => With(t =>
    {
        Value y = t.Node("Gemm", [t.Dequantize(t.Input(UInt8, 2, 3), 0.02f, 3, UInt8), t.QuantizedWeights(0.01f, 3, 4), t.Bias(0.0002f, 4)]);
        return quantizes ? t.Quantize(y, 0.05f, 2, UInt8) : y;
    }).Leaves(Extended, "QGemm");

    [Test]
    public void Takes_ArgMax_of_integers() =>
        With(t => t.Node("ArgMax", [t.Dequantize(t.Input(UInt8, 2, 4), 0.02f, 3, UInt8)], new NodeAttribute("axis", 1L))).Leaves(Extended, "ArgMax");

    private static Value QuantizedConv(LevelTest t, ElementType type, float biasScale)
    {
        Value y = t.Node("Conv", [t.Dequantize(t.Input(type, 1, 2, 5, 5), 0.02f, 3, type), t.QuantizedWeights(0.01f, 3, 2, 3, 3), t.Bias(biasScale, 3)]);
        return t.Quantize(y, 0.05f, 2, type);
    }

    private static LevelTest With(Func<LevelTest, Value> build)
    {
        var test = new LevelTest();
        return test.Output(build(test));
    }
}
