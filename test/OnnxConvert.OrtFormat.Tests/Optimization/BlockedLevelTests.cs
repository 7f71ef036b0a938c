using System.Runtime.Intrinsics.X86;
using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>Convolutions in blocks of channels; ONNX Runtime's blocks are those of the machine.</summary>
public class BlockedLevelTests
{
    private static readonly int Block = Avx512F.IsSupported ? 16 : 8;

    [OneTimeSetUp]
    public void RequireX64() => Assume.That(X86Base.IsSupported, "Only x64 has such convolutions.");

    [TestCase(16, 20, 3, 1)]
    [TestCase(20, 16, 1, 1)]
    [TestCase(12, 12, 3, 12)]
    [TestCase(32, 32, 3, 2)]
    public void Convolves_blocks(int inputs, int outputs, int kernel, int groups) => Leaves(t => Conv(t, t.Input(2, inputs, 7, 5), outputs, inputs / groups, kernel, groups), "Conv", "ReorderInput", "ReorderOutput");

    [Test]
    public void Reads_few_channels_as_they_are() => Leaves(t => Conv(t, t.Input(1, 3, 8, 8), 16, 3, 3), "Conv", "ReorderOutput");

    [TestCase(18, 1, 1)]
    [TestCase(10, 10, 3)]
    public void Keeps_channels_that_are_not_in_fours(int channels, int groups, int kernel) => Leaves(t => Conv(t, t.Input(1, channels, 8, 8), channels, channels / groups, kernel, groups), "Conv");

    [Test]
    public void Keeps_a_filter_that_is_computed() => Leaves(t => t.Node("Conv", [t.Input(1, 16, 8, 8), t.Node("Abs", [t.Input(16, 16, 1, 1)])]), "Abs", "Conv");

    [TestCase("MaxPool")]
    [TestCase("AveragePool")]
    public void Pools_blocks(string opType) => Leaves(t => t.Node(opType, [t.Input(1, 16, 8, 8)], new NodeAttribute("kernel_shape", [2, 2]), new NodeAttribute("pads", [1, 0, 0, 1])), opType, "ReorderInput", "ReorderOutput");

    [TestCase("GlobalAveragePool")]
    [TestCase("GlobalMaxPool")]
    public void Pools_all_of_what_stands_in_blocks(string opType) => Leaves(t => t.Node(opType, [Conv(t, t.Input(1, 3, 8, 8), 16, 3)]), "Conv", opType, "ReorderOutput");

    [Test]
    public void Keeps_a_pool_of_all_of_what_does_not() => Leaves(t => t.Node("GlobalAveragePool", [t.Node("Erf", [t.Input(1, 16, 8, 8)])]), "Erf", "GlobalAveragePool");

    [TestCase("Relu", "Conv", "Conv", "ReorderOutput")]
    [TestCase("HardSigmoid", "Conv", "Conv", "ReorderOutput")]
    [TestCase("LeakyRelu", "Conv", "Conv", "LeakyRelu", "ReorderOutput")]
    public void Adds_and_activates_within_a_convolution(string activation, params string[] expected) => Leaves(t =>
    {
        Value x = t.Input(1, 3, 8, 8);
        return t.Node(activation, [t.Node("Add", [Conv(t, x, 20, 3), Conv(t, x, 20, 3)])]);
    }, expected);

    [TestCase("Sigmoid", "Conv", "QuickGelu", "ReorderOutput")]
    [TestCase("HardSigmoid", "Conv", "HardSigmoid", "Mul", "ReorderOutput")]
    public void Computes_functions_of_blocks(string activation, params string[] expected) => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 16, 3);
        return t.Node("Mul", [y, t.Node(activation, [y])]);
    }, expected);

    [TestCase(1f / 6, "Conv", "Erf", "ReorderOutput")]
    [TestCase(0.2f, "Conv", "Erf", "HardSigmoid", "Mul", "ReorderOutput")]
    public void Recognises_HardSwish_within_a_convolution(float factor, params string[] expected) => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 20, 3);
        return t.Node("Erf", [t.Node("Mul", [y, t.Node("HardSigmoid", [y], new NodeAttribute("alpha", factor))])]);
    }, expected);

    [Test]
    public void Adds_what_may_differ_in_shape() => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 20, 3);
        return t.Node("Add", [y, Conv(t, t.Node("MaxPool", [y], new NodeAttribute("kernel_shape", [8, 8])), 20, 20)]);
    }, "Add", "Conv", "Conv", "MaxPool", "ReorderInput", "ReorderOutput", "ReorderOutput", "Reshape", "Reshape", "Reshape");

    [Test]
    public void Keeps_a_product_of_two_shapes() => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 16, 3);
        return t.Node("Mul", [y, Conv(t, t.Node("GlobalAveragePool", [y]), 16, 16)]);
    }, "Conv", "Conv", "GlobalAveragePool", "Mul", "ReorderOutput", "ReorderOutput");

    [TestCase(32, "Concat", "Conv", "Conv", "ReorderOutput")]
    [TestCase(20, "Concat", "Conv", "Conv", "ReorderOutput", "ReorderOutput")]
    public void Joins_whole_blocks(int channels, params string[] expected) => Leaves(t =>
        t.Node("Concat", [Conv(t, t.Input(1, 3, 8, 8), 16, 3), Conv(t, t.Input(1, 3, 8, 8), channels, 3)], new NodeAttribute("axis", 1L)), expected);

    [Test]
    public void Normalizes_blocks_by_a_convolution() => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 20, 3);
        Value variance = t.Const(TensorData.Vector<float>([.. Enumerable.Range(1, 20).Select(i => i / 10f)]));
        return t.Node("BatchNormalization", [t.Node("Mul", [y, y]), t.Weights(20), t.Weights(20), t.Weights(20), variance]);
    }, "Conv", "Conv", "Mul", "ReorderOutput");

    [TestCase(new long[] { 32, 1, 1 }, "Conv", "Conv", "Erf", "MaxPool", "ReorderOutput")]
    [TestCase(new long[] { 1, 32, 1, 1 }, "Conv", "Conv", "Erf", "MaxPool", "ReorderOutput")]
    [TestCase(new long[] { 1, 1, 1 }, "Conv", "Erf", "MaxPool", "Mul", "ReorderOutput")]
    public void Scales_blocks_by_a_convolution(long[] sizes, params string[] expected) => Leaves(t =>
    {
        Value y = t.Node("MaxPool", [Conv(t, t.Input(1, 3, 8, 8), 32, 3)], new NodeAttribute("kernel_shape", [2, 2]));
        return t.Node("Erf", [t.Node("Mul", [t.Weights(sizes), y])]);
    }, expected);

    [Test]
    public void Takes_transposes_into_reorderings() => Leaves(t =>
    {
        Value y = Conv(t, t.Node("Transpose", [t.Input(1, 8, 8, 16)], new NodeAttribute("perm", [0, 3, 1, 2])), 20, 16);
        return t.Node("Transpose", [y], new NodeAttribute("perm", [0, 2, 3, 1]));
    }, "Conv", "ReorderInput", "ReorderOutput");

    [Test]
    public void Reorders_for_both_who_read_the_channels_first_and_last() => Leaves(t =>
    {
        Value y = Conv(t, t.Input(1, 3, 8, 8), 20, 3);
        t.Output(t.Node("Erf", [y]));
        return t.Node("Transpose", [y], new NodeAttribute("perm", [0, 2, 3, 1]));
    }, "Conv", "Erf", "ReorderOutput", "ReorderOutput");

    [TestCase("nearest", "asymmetric", "Upsample")]
    [TestCase("nearest", "half_pixel", "Resize")]
    [TestCase("linear", "half_pixel", "Upsample")]
    [TestCase("linear", "pytorch_half_pixel", "Resize")]
    public void Resizes_blocks(string mode, string coordinates, string expected) => Leaves(t =>
    {
        NodeAttribute[] attributes = [new("mode", mode), new("coordinate_transformation_mode", coordinates), new("nearest_mode", "floor")];
        return t.Node("Resize", [Conv(t, t.Input(1, 3, 4, 4), 16, 3), null, null, t.Ints(1, 16, 8, 12)], attributes);
    }, [.. new[] { "Conv", "ReorderOutput", expected }.Order(StringComparer.Ordinal)]);

    [Test]
    public void Blocks_of_eight_hold_the_filter_of_every_channel()
    {
        var test = new LevelTest();
        test.Output(Conv(test, test.Input(1, 12, 8, 8), 12, 12));
        Model model = test.Model;
        OrtOptimizer.Optimize(model, new OrtOptions { TargetPlatform = TargetPlatform.Amd64, ChannelBlockSize = 8 });
        Node conv = model.Graph.Nodes.Single(node => node.OpType == "Conv");
        Assert.That(conv.Inputs[1]!.Constant!.Dims, Is.EqualTo(new long[] { 16, 16, 1, 1 }));
    }

    [Test]
    public void Refuses_other_blocks() => Assert.That(() => new OrtOptions { ChannelBlockSize = 4 }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Asks_for_the_block_where_it_matters()
    {
        var test = new LevelTest();
        test.Output(Conv(test, test.Input(1, 16, 8, 8), 16, 16));
        var options = new OrtOptions { TargetPlatform = TargetPlatform.Amd64 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => test.Model.ToOrt(options), Throws.ArgumentException.With.Message.Contains("16 for processors with AVX-512 or 8"));
            Assert.That(() => test.Model.ToOrt(options with { OptimizationLevel = Extended }), Throws.Nothing);
            Assert.That(() => test.Model.ToOrt(options with { OptimizationStyle = OptimizationStyle.Runtime }), Throws.Nothing);
            Assert.That(() => test.Model.ToOrt(options with { TargetPlatform = TargetPlatform.Arm }), Throws.Nothing);
        }
    }

    private static Value Conv(LevelTest t, Value x, int outputs, int inputs, int kernel = 1, int groups = 1) =>
        t.Node("Conv", [x, t.Weights(outputs, inputs, kernel, kernel), t.Weights(outputs)], new NodeAttribute("group", (long)groups));

    private static void Leaves(Func<LevelTest, Value> build, params string[] expected)
    {
        Assume.That(Block, Is.EqualTo(16), "The channels are chosen for blocks of 16.");
        var test = new LevelTest();
        test.Output(build(test));
        test.Leaves(new OrtOptions { OptimizationLevel = All, TargetPlatform = TargetPlatform.Amd64, ChannelBlockSize = Block }, expected);
    }
}
