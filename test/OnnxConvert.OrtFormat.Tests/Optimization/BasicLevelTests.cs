using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

public class BasicLevelTests
{
    [Test]
    public void Removes_an_Identity_between_nodes() => With(t => t.Node("Erf", [t.Node("Identity", [t.Node("Abs", [t.Input(2, 3)])])])).Leaves(Basic, "Abs", "Erf");

    [Test]
    public void Removes_an_Identity_before_an_output() => With(t => t.Node("Identity", [t.Node("Abs", [t.Input(2, 3)])])).Leaves(Basic, "Abs");

    [Test]
    public void Keeps_an_Identity_of_an_input_that_is_an_output() => With(t => t.Node("Identity", [t.Input(2, 3)])).Leaves(Basic, "Identity");

    [Test]
    public void Computes_constants() => With(t => t.Node("Add", [t.Input(2, 3), t.Node("Mul", [t.Weights(3), t.Weights(3)])])).Leaves(Basic, "Add");

    [Test]
    public void Computes_known_shapes() => With(t => t.Node("Shape", [t.Node("Abs", [t.Input(2, 3)])])).Leaves(Basic);

    [Test]
    public void Computes_a_Softmax_along_another_axis_in_place_of_transposing()
    {
        var order = new NodeAttribute("perm", [0, 2, 1]);
        With(t => t.Node("Abs", [t.Node("Transpose", [t.Node("Softmax", [t.Node("Transpose", [t.Input(2, 3, 4)], order)], new NodeAttribute("axis", 2L))], order)])).Leaves(Basic, "Abs", "Softmax");
    }

    [Test]
    public void Keeps_a_Size_of_what_is_not_constant() => With(t => t.Node("Size", [t.Node("Abs", [t.Input(2, 3)])])).Leaves(Basic, "Abs", "Size");

    [Test]
    public void Computes_a_Size_of_what_is_constant() =>
        With(t => t.Node("Add", [t.Node("Cast", [t.Node("Size", [t.Node("Shape", [t.Input(2, 3)])])], new NodeAttribute("to", 1L)), t.Input(2)])).Leaves(Basic, "Add");

    [TestCase(None, new[] { "Abs", "Erf", "Neg" })]
    [TestCase(Basic, new[] { "Abs" })]
    public void Keeps_what_nobody_reads_without_optimization(OptimizationLevel level, string[] operators)
    {
        var test = With(t => t.Node("Abs", [t.Input(2, 3)]));
        test.Node("Erf", [test.Node("Neg", [test.Const(TensorData.Scalar(1f))])]);
        test.Leaves(level, operators);
    }

    [TestCase("Add", 0f)]
    [TestCase("Sub", 0f)]
    [TestCase("Mul", 1f)]
    [TestCase("Div", 1f)]
    public void Removes_neutral_operands(string opType, float number) =>
        With(t => t.Node("Erf", [t.Node(opType, [t.Node("Abs", [t.Input(2, 3)]), t.Number(number)])])).Leaves(Basic, "Abs", "Erf");

    [TestCase("Add", 1f)]
    [TestCase("Mul", 0f)]
    public void Keeps_other_operands(string opType, float number) =>
        With(t => t.Node("Erf", [t.Node(opType, [t.Node("Abs", [t.Input(2, 3)]), t.Number(number)])])).Leaves(Basic, [.. new[] { "Abs", "Erf", opType }.Order(StringComparer.Ordinal)]);

    [Test]
    public void Keeps_a_neutral_operand_of_more_dimensions() =>
        With(t => t.Node("Erf", [t.Node("Add", [t.Node("Abs", [t.Input(3)]), t.Const(TensorData.Create<float>([0], 1, 1))])])).Leaves(Basic, "Abs", "Add", "Erf");

    [TestCase(new long[] { 1, 3 }, true)]
    [TestCase(new long[] { 2, 2, 3 }, false)]
    public void Removes_an_Expand_to_the_same_shape(long[] shape, bool removes) =>
        With(t => t.Node("Erf", [t.Node("Expand", [t.Node("Abs", [t.Input(2, 3)]), t.Ints(shape)])])).Leaves(Basic, removes ? ["Abs", "Erf"] : ["Abs", "Erf", "Expand"]);

    [Test]
    public void Turns_a_product_with_a_reciprocal_into_a_quotient() =>
        With(t => t.Node("Mul", [t.Node("Div", [t.Number(1), t.Input(2, 3)]), t.Input(2, 3)])).Leaves(Basic, "Div");

    [Test]
    public void Keeps_a_product_with_another_quotient() =>
        With(t => t.Node("Mul", [t.Node("Div", [t.Number(2), t.Input(2, 3)]), t.Input(2, 3)])).Leaves(Basic, "Div", "Mul");

    [Test]
    public void Merges_Relu_into_Clip() =>
        With(t => t.Node("Clip", [t.Node("Relu", [t.Input(2, 3)]), t.Number(-1), t.Number(0.5f)])).Leaves(Basic, "Clip");

    [Test]
    public void Exchanges_the_branches_of_Where_behind_Not() =>
        With(t => t.Node("Where", [t.Node("Not", [t.Input(ElementType.Bool, 2, 3)]), t.Input(2, 3), t.Input(2, 3)])).Leaves(Basic, "Where");

    [Test]
    public void Folds_batch_normalization_into_a_convolution() => With(t =>
    {
        Value variance = t.Const(TensorData.Vector(0.5f, 1, 2));
        return t.Node("BatchNormalization", [t.Conv(t.Input(1, 2, 5, 5), 3), t.Weights(3), t.Weights(3), t.Weights(3), variance]);
    }).Leaves(Basic, "Conv");

    [TestCase("Mul", new long[] { 3, 1, 1 })]
    [TestCase("Mul", new long[] { 1, 3, 1, 1 })]
    [TestCase("Mul", new long[] { })]
    [TestCase("Add", new long[] { 3, 1, 1 })]
    public void Folds_a_constant_of_each_channel_into_a_convolution(string opType, long[] sizes) =>
        With(t => t.Node(opType, [t.Conv(t.Input(1, 2, 5, 5), 3), t.Weights(sizes)])).Leaves(Basic, "Conv");

    [TestCase("Mul", new long[] { 5 })]
    [TestCase("Add", new long[] { })]
    public void Keeps_a_constant_along_another_dimension(string opType, long[] sizes) =>
        With(t => t.Node(opType, [t.Conv(t.Input(1, 2, 5, 5), 3), t.Weights(sizes)])).Leaves(Basic, [.. new[] { opType, "Conv" }.Order(StringComparer.Ordinal)]);

    [Test]
    public void Keeps_a_scale_where_the_convolution_is_read_twice() => With(t =>
    {
        Value y = t.Conv(t.Input(1, 2, 5, 5), 3);
        return t.Node("Add", [t.Node("Mul", [y, t.Weights(3, 1, 1)]), y]);
    }).Leaves(Basic, "Add", "Conv", "Mul");

    [TestCase(new long[] { 0, 0, 1, 1, 0, 0, 2, 2 }, 0f, true)]
    [TestCase(new long[] { 0, 1, 1, 1, 0, 0, 2, 2 }, 0f, false)]
    [TestCase(new long[] { 0, 0, 1, 1, 0, 0, 2, 2 }, 1f, false)]
    public void Pads_within_a_convolution(long[] pads, float value, bool fuses) => With(t =>
        t.Conv(t.Node("Pad", [t.Input(1, 2, 5, 5), t.Ints(pads), t.Number(value)]), 3, inputs: pads[1] + 2)).Leaves(Basic, fuses ? ["Conv"] : ["Conv", "Pad"]);

    [Test]
    public void Merges_what_follows_a_Reshape() =>
        With(t => t.Node("Erf", [t.Node("Unsqueeze", [t.Node("Reshape", [t.Node("Abs", [t.Input(2, 3)]), t.Ints(3, 2)]), t.Ints(0)])])).Leaves(Basic, "Abs", "Erf", "Reshape");

    [Test]
    public void Keeps_an_Unsqueeze_before_a_Reshape() =>
        With(t => t.Node("Erf", [t.Node("Reshape", [t.Node("Unsqueeze", [t.Node("Abs", [t.Input(2, 3)]), t.Ints(0)]), t.Ints(3, 2)])])).Leaves(Basic, "Abs", "Erf", "Reshape", "Unsqueeze");

    [TestCase(new long[] { 4 }, true)]
    [TestCase(new long[] { 1, 4 }, true)]
    [TestCase(new long[] { 2, 1 }, true)]
    [TestCase(new long[] { 1 }, false)]
    public void Turns_product_and_sum_into_Gemm(long[] bias, bool fuses) =>
        With(t => t.Node("Add", [t.Node("MatMul", [t.Input(2, 3), t.Weights(3, 4)]), t.Weights(bias)])).Leaves(Basic, fuses ? ["Gemm"] : ["Add", "MatMul"]);

    [Test]
    public void Reshapes_around_Gemm() =>
        With(t => t.Node("Add", [t.Node("MatMul", [t.Input(2, 5, 3), t.Weights(3, 4)]), t.Weights(4)])).Leaves(Basic, "Gemm", "Reshape", "Reshape");

    [Test]
    public void Takes_transposes_into_Gemm() => With(t =>
    {
        Value a = t.Node("Transpose", [t.Input(3, 2)], new NodeAttribute("perm", [1, 0]));
        return t.Node("Gemm", [a, t.Weights(3, 4), t.Weights(4)]);
    }).Leaves(Basic, "Gemm");

    [Test]
    public void Takes_a_sum_into_Gemm() => With(t => t.Node("Sum", [t.Node("Gemm", [t.Input(2, 3), t.Weights(3, 4)]), t.Weights(4)])).Leaves(Basic, "Gemm");

    [Test]
    public void Computes_equal_nodes_once() => With(t =>
    {
        Value x = t.Input(2, 3);
        return t.Node("Add", [t.Node("Erf", [t.Node("Abs", [x])]), t.Node("Sin", [t.Node("Abs", [x])])]);
    }).Leaves(Basic, "Abs", "Add", "Erf", "Sin");

    [Test]
    public void Gives_each_reader_its_own_DequantizeLinear_at_every_level([Values] OptimizationLevel level) => With(t =>
    {
        Value x = t.Dequantize(t.Input(ElementType.UInt8, 2, 3), 0.1f, 3, ElementType.UInt8);
        return t.Node("Mul", [t.Node("Erf", [x]), t.Node("Sin", [x])]);
    }).Leaves(level, "DequantizeLinear", "DequantizeLinear", "Erf", "Mul", "Sin");

    [Test]
    public void Carries_quantization_past_reshapes() => With(t =>
    {
        Value x = t.Dequantize(t.Input(ElementType.UInt8, 2, 3), 0.1f, 3, ElementType.UInt8);
        return t.Node("Erf", [t.Node("Reshape", [x, t.Ints(6)])]);
    }).Leaves(Basic, "DequantizeLinear", "DequantizeLinear", "Erf", "QuantizeLinear", "Reshape");

    [Test]
    public void Carries_quantization_back_past_reshapes() => With(t =>
        t.Quantize(t.Node("Reshape", [t.Node("Erf", [t.Input(2, 3)]), t.Ints(6)]), 0.1f, 3, ElementType.UInt8))
        .Leaves(Basic, "DequantizeLinear", "Erf", "QuantizeLinear", "QuantizeLinear", "Reshape");

    [TestCase("Erf", "Abs", "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "Erf", "QuantizeLinear", "Reshape")]
    [TestCase("QuantizeLinear", "Abs", "DequantizeLinear", "QuantizeLinear", "Reshape")]
    public void Carries_quantization_to_all_readers_or_none(string other, params string[] expected) => With(t =>
    {
        Value y = t.Node("Reshape", [t.Dequantize(t.Input(ElementType.UInt8, 2, 3), 0.1f, 3, ElementType.UInt8), t.Ints(6)]);
        t.Output(other == "Erf" ? t.Node("Erf", [y]) : t.Quantize(y, 0.2f, 3, ElementType.UInt8));
        return t.Node("Abs", [y]);
    }).Leaves(Basic, expected);

    [Test]
    public void Carries_quantization_to_readers_and_the_output() => With(t =>
    {
        Value y = t.Node("Reshape", [t.Dequantize(t.Input(ElementType.UInt8, 2, 3), 0.1f, 3, ElementType.UInt8), t.Ints(6)]);
        t.Output(t.Node("Erf", [y]));
        return y;
    }).Leaves(Basic, "DequantizeLinear", "DequantizeLinear", "DequantizeLinear", "Erf", "QuantizeLinear", "Reshape");

    [Test]
    public void Adds_before_it_transposes() => With(t => t.Node("Add", [Transpose(t, t.Input(2, 3, 4), 0, 2, 1), Transpose(t, t.Input(2, 3, 4), 0, 2, 1)])).Leaves(Basic, "Add", "Transpose");

    [TestCase(true, "Abs", "Erf")]
    [TestCase(false, "Erf", "Neg")]
    public void Takes_the_branch_of_a_constant_condition(bool condition, params string[] expected) => With(t =>
    {
        Value x = t.Input(2, 3);
        Value chosen = t.Node("If", [t.Const(TensorData.Scalar(condition))], new NodeAttribute("then_branch", Branch("Abs", x)), new NodeAttribute("else_branch", Branch("Neg", x)));
        return t.Node("Erf", [chosen]);
    }).Leaves(Basic, expected);

    [Test]
    public void Takes_a_branch_that_passes_a_value_on() => With(t =>
    {
        Value x = t.Input(2, 3);
        Value chosen = t.Node("If", [t.Const(TensorData.Scalar(true))], new NodeAttribute("then_branch", Branch("Identity", x)), new NodeAttribute("else_branch", Branch("Neg", x)));
        chosen.Type = new TensorType(ElementType.Float, Shape.Of(2, 3));
        return chosen;
    }).Leaves(Basic, "Identity");

    [TestCase(0, 1, true)]
    [TestCase(1, 0, false)]
    public void Reshapes_to_sizes_of_its_own_input(int first, int second, bool fuses) => With(t =>
    {
        Value x = t.Node("Abs", [t.Input(["batch", "length", 8])]);
        Value sizes = t.Node("Concat", [Size(t, x, first), Size(t, x, second), t.Ints(2, 4)], new NodeAttribute("axis", 0L));
        return t.Node("Abs", [t.Node("Reshape", [x, sizes])]);
    }).Leaves(Basic, fuses ? ["Abs", "Abs", "Reshape"] : ["Abs", "Abs", "Concat", "Gather", "Gather", "Reshape", "Shape", "Unsqueeze", "Unsqueeze"]);

    [Test]
    public void Reshapes_to_one_size_that_follows_from_the_others() => With(t =>
    {
        Value x = t.Node("Abs", [t.Input(["batch", "length", 8])]);
        Value sizes = t.Node("Concat", [t.Node("Mul", [Size(t, x, 0), Size(t, x, 1)]), t.Ints(8)], new NodeAttribute("axis", 0L));
        return t.Node("Abs", [t.Node("Reshape", [x, sizes])]);
    }).Leaves(Basic, "Abs", "Abs", "Reshape");

    [TestCase(1, true)]
    [TestCase(3, false)]
    public void Folds_batch_normalization_into_a_product(int dimensions, bool fuses) => With(t =>
    {
        Value product = t.Node("MatMul", [dimensions == 3 ? t.Input(2, 4, 3) : t.Input(4, 3), t.Weights(3, 4)]);
        return t.Node("BatchNormalization", [product, t.Weights(4), t.Weights(4), t.Weights(4), t.Const(TensorData.Vector(0.5f, 1, 2, 3))]);
    }).Leaves(Basic, fuses ? ["Gemm"] : ["BatchNormalization", "MatMul"]);

    [Test]
    public void Folds_batch_normalization_into_a_product_behind_a_transpose() => With(t =>
    {
        Value rows = t.Node("Reshape", [t.Node("MatMul", [t.Input(4, 3), t.Weights(3, 4)]), t.Ints(2, 2, 4)]);
        Value channels = t.Node("Transpose", [rows], new NodeAttribute("perm", [0, 2, 1]));
        return t.Node("BatchNormalization", [channels, t.Weights(4), t.Weights(4), t.Weights(4), t.Const(TensorData.Vector(0.5f, 1, 2, 3))]);
    }).Leaves(Basic, "Gemm", "Reshape", "Transpose");

    [TestCase("AveragePool", "Neg", "AveragePool", "Neg")]
    [TestCase("MaxPool", "Relu", "MaxPool", "Relu")]
    public void Pads_within_a_pool(string pool, string before, params string[] expected) => With(t =>
        t.Node(pool, [t.Node("Pad", [t.Node(before, [t.Input(1, 2, 5, 5)]), t.Ints(0, 0, 1, 1, 0, 0, 1, 1), t.Number(0)])], new NodeAttribute("kernel_shape", [3, 3]))).Leaves(Basic, expected);

    [Test]
    public void Keeps_zeros_before_an_average_that_leaves_out_its_own() => With(t =>
    {
        Value padded = t.Node("Pad", [t.Input(1, 2, 5, 5), t.Ints(0, 0, 1, 1, 0, 0, 1, 1), t.Number(0)]);
        return t.Node("AveragePool", [padded], new NodeAttribute("kernel_shape", [3, 3]), new NodeAttribute("pads", [1, 1, 1, 1]));
    }).Leaves(Basic, "AveragePool", "Pad");

    // ONNX Runtime fuses it, and then takes the largest of the negative numbers alone.
    [Test]
    public void Keeps_zeros_before_the_maximum_of_negative_numbers() => With(t =>
        t.Node("MaxPool", [t.Node("Pad", [t.Input(1, 2, 5, 5), t.Ints(0, 0, 1, 1, 0, 0, 1, 1), t.Number(0)])], new NodeAttribute("kernel_shape", [3, 3]))).LeavesHere(Basic, "MaxPool", "Pad");

    [Test]
    public void Cancels_transposes_around_an_operator() => With(t =>
        Transpose(t, t.Node("Softmax", [Transpose(t, t.Input(2, 3, 4), 0, 2, 1)], new NodeAttribute("axis", 2L)), 0, 2, 1)).Leaves(Basic, "Softmax");

    [Test]
    public void Merges_transposes() => With(t => t.Node("Abs", [Transpose(t, Transpose(t, t.Node("Neg", [t.Input(2, 3, 4)]), 1, 0, 2), 2, 0, 1)])).Leaves(Basic, "Abs", "Neg", "Transpose");

    [TestCase(true, "Transpose")]
    [TestCase(false, "Reshape", "Transpose")]
    public void Drops_a_Reshape_to_what_a_transpose_gives(bool isSame, params string[] expected) =>
        With(t => t.Node("Reshape", [Transpose(t, t.Input(2, 3, 4), 0, 2, 1), isSame ? t.Ints(2, 4, 3) : t.Ints(2, 12)])).Leaves(Basic, expected);

    [TestCase(4, 1)]
    [TestCase(4 * 16, 2)]
    public void Takes_equal_small_constants_for_one(int count, int products) => With(t =>
    {
        Value x = t.Input(2, 4);
        Value Weights() => t.Const(TensorData.Create<float>([.. Enumerable.Range(0, count).Select(i => (float)i)], 4, count / 4));
        return t.Node("Add", [t.Node("Abs", [t.Node("MatMul", [x, Weights()])]), t.Node("Neg", [t.Node("MatMul", [x, Weights()])])]);
    }).Leaves(Basic, [.. new[] { "Abs", "Add", "Neg" }.Concat(Enumerable.Repeat("MatMul", products)).Order(StringComparer.Ordinal)]);

    [Test]
    public void Leaves_Size_to_the_runtime() => With(t => t.Node("Size", [t.Input(2, 3)])).Leaves(Basic, "Size");

    private static Graph Branch(string opType, Value x)
    {
        var graph = new Graph(opType);
        Node node = graph.AddNode(opType, [x]);
        node.Name = $"branch_{opType}";
        graph.AddOutput(node.AddOutput($"result_{opType}"));
        return graph;
    }

    private static Value Size(LevelTest t, Value x, long index) => t.Node("Unsqueeze", [t.Node("Gather", [t.Node("Shape", [x]), t.Const(TensorData.Scalar(index))]), t.Ints(0)]);

    private static Value Transpose(LevelTest t, Value x, params long[] permutation) => t.Node("Transpose", [x], new NodeAttribute("perm", [.. permutation]));

    private static LevelTest With(Func<LevelTest, Value> build)
    {
        var test = new LevelTest();
        return test.Output(build(test));
    }
}
