using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests.Optimizers.Layout;

public class LayoutOptimizerTests
{
    private static readonly QuantizationParameters PerTensor = new(0.05f, 120);
    private static readonly QuantizationParameters PerChannel = new([0.05f, 0.04f, 0.03f, 0.02f], [120, 121, 122, 123], 3);

    /// <summary>What may stand between two convolutions of channels-last data, [1, 4, 4, 4], without a transpose.</summary>
    private static IEnumerable<TestCaseData> Between()
    {
        yield return Case("Relu", (b, x) => b.Emit.Unary("Relu", x));
        yield return Case("Clip", (b, x) => b.Emit.Clip(x, -0.5, 0.5));
        yield return Case("Constant_of_channels", (b, x) => b.Emit.Add(x, b.Random(4)));
        yield return Case("Constant_of_width", (b, x) => b.Emit.Mul(b.Random(4, 1), x));
        yield return Case("Constant_of_all", (b, x) => b.Emit.Mul(x, b.Random(1, 4, 4, 4)));
        yield return Case("Constant_scalar", (b, x) => b.Emit.Mul(x, b.Emit.Const(2f)));
        yield return Case("Dequantized_constant", (b, x) => b.Emit.Mul(x, b.Emit.Dequantize(b.Emit.Const(TensorData.Vector<byte>(1, 2, 3, 4)), PerTensor)));
        yield return Case("PRelu", (b, x) => b.Emit.Node("PRelu", [x, b.Random(4, 1, 4)]));
        yield return Case("Skip_connection", (b, x) => b.Emit.Add(b.ConvNhwc(b.Emit.Unary("Relu", x), 4), x));
        yield return Case("Square", (b, x) => b.Emit.Mul(x, x));
        yield return Case("Where", (b, x) => b.Emit.Where(b.Emit.Compare("Less", x, b.Emit.Const(0f)), x, b.Emit.Unary("Neg", x)));
        yield return Case("Concat", (b, x) => b.Emit.Concat([b.ConvNhwc(b.Emit.Unary("Relu", x), 3), b.Emit.Unary("Neg", x)], 3));
        yield return Case("Split", (b, x) => b.Emit.Split(x, -1, 1, 3) is var parts ? b.Emit.Concat([parts[1], b.Emit.Unary("Relu", parts[0])], -1) : x);
        yield return Case("Pad", (b, x) => b.Emit.Pad(x, [0, 1, 2, 0], [0, 0, 1, 1]));
        yield return Case("Slice", (b, x) => b.Emit.Slice(x, [1, 0], [4, 3], [1, -1]));
        yield return Case("Slice_of_leading_axes", (b, x) => b.Emit.Node("Slice", [x, b.Emit.Ints(0, 1, 0), b.Emit.Ints(1, 4, 2)]));
        yield return Case("Slice_by_int32", (b, x) => b.Emit.Slice(x, b.Emit.Const(TensorData.Vector(1)), b.Emit.Const(TensorData.Vector(3)), b.Emit.Const(TensorData.Vector(2))));
        yield return Case("Softmax", (b, x) => b.Emit.SoftmaxLast("Softmax", x, 4));
        yield return Case("ReduceMean_keeps", (b, x) => b.Emit.Mul(x, b.Emit.Reduce("ReduceMean", x, [1, 2], keepDims: true)));
        yield return Case("ReduceSum_keeps", (b, x) => b.Emit.Sub(x, b.Emit.Reduce("ReduceSum", x, [-1], keepDims: true)));
        yield return Case("ArgMax_keeps", (b, x) => b.Emit.Add(x, b.Emit.Cast(b.Emit.Node("ArgMax", [x], new NodeAttribute("axis", -1L)), ElementType.Float)));
        yield return Case("Squeeze_and_Unsqueeze", (b, x) => b.Emit.Unsqueeze(b.Emit.Unary("Relu", b.Emit.Squeeze(b.Emit.Slice(x, [1], [2], [1]), 1)), 1));
        yield return Case("Quantized", (b, x) => b.Emit.Dequantize(b.Emit.Quantize(x, PerTensor, ElementType.UInt8), PerTensor));
        yield return Case("Quantized_per_channel", (b, x) => b.Emit.Dequantize(b.Emit.Quantize(x, PerChannel, ElementType.UInt8), PerChannel));
        yield return Case("Tile", (b, x) => b.Emit.Tile(x, b.Emit.Ints(1, 2, 1, 1)));
        yield return Case("Expand", (b, x) => b.Emit.Expand(b.Emit.Reduce("ReduceMax", x, [1], keepDims: true), 1, 3, 1, 1));
        yield return Case("Gather", (b, x) => b.Emit.Gather(x, b.Emit.Ints(3, 0, 1), 3));
        yield return Case("TopK", (b, x) => b.Emit.Nodes("TopK", 2, [x, b.Emit.Ints(2)])[0]);

        static TestCaseData Case(string name, Func<GraphBuilder, Value, Value> between) => new TestCaseData(between).SetName($"Between_convolutions_no_transpose_stays({name})");
    }

    [TestCaseSource(nameof(Between))]
    public void Between_convolutions_no_transpose_stays(object between)
    {
        var b = new GraphBuilder();
        Value x = b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4);
        b.Output(b.ConvNhwc(((Func<GraphBuilder, Value, Value>)between)(b, x), 2), "y");
        // One at the input, one at the output.
        Assert.That((Run(b) > 0, b.Count("Transpose")), Is.EqualTo((true, 2)));
    }

    [TestCase(9)]
    [TestCase(12)]
    [TestCase(13)]
    public void Older_opsets_have_their_parameters_as_attributes(int opset)
    {
        var b = new GraphBuilder(opset);
        Value x = b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4);
        Value cut = b.Emit.Slice(b.Emit.Pad(x, [0, 1, 0, 0], [0, 0, 0, 0]), [1], [3], [2]);
        Value sum = b.Emit.Add(cut, b.Emit.Reduce("ReduceSum", cut, [1], keepDims: true));
        b.Output(b.ConvNhwc(b.Emit.Concat([.. b.Emit.Split(sum, 3, 1, 3).Reverse()], 3), 2), "y");
        Assert.That((Run(b) > 0, b.Count("Transpose")), Is.EqualTo((true, 2)));
    }

    [Test]
    public void Softmax_before_opset_13_stays_where_it_is()
    {
        var b = new GraphBuilder(12);
        b.Output(b.ConvNhwc(b.Emit.SoftmaxLast("Softmax", b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4), 4), 4), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((0, 4)));
    }

    [TestCase("ReduceMean", new long[] { 1, 2 }, 1)]
    [TestCase("ReduceMean", new long[] { 3 }, 1)]
    [TestCase("ReduceMean", new long[] { 0, 1, 2, 3 }, 1)]
    [TestCase("ReduceMean", new long[] { 1 }, 2)]
    public void Reductions_that_drop_dimensions_end_the_channels_first_part(string opType, long[] axes, int transposes)
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Reduce(opType, b.ConvNhwc(b.Input("x", 2, 8, 8, 4), 4), axes, keepDims: false), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, transposes)));
    }

    [Test]
    public void ArgMax_over_channels_needs_no_transpose_behind_it()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.ArgReduce("ArgMax", b.ConvNhwc(b.Input("x", 2, 8, 8, 4), 4), 3), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_graph_output_in_the_middle_gets_its_own_transpose_and_keeps_its_name()
    {
        var b = new GraphBuilder();
        Value middle = b.Emit.Unary("Relu", b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4));
        b.Output(middle, "middle");
        b.Output(b.ConvNhwc(b.Emit.Unary("Relu", b.ConvNhwc(middle, 4)), 4), "y");
        Assert.That((Run(b) > 0, b.Count("Transpose")), Is.EqualTo((true, 3)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Outputs_in_both_orders_keep_their_names(bool transposedFirst)
    {
        var b = new GraphBuilder();
        Value relu = b.Emit.Unary("Relu", b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4));
        if (!transposedFirst)
            b.Output(relu, "last");
        b.Output(b.Emit.ToChannelsFirst(relu), "first");
        b.Output(b.Emit.ToChannelsFirst(relu), "again");
        if (transposedFirst)
            b.Output(relu, "last");
        b.Output(b.ConvNhwc(relu, 4), "y");
        Assert.That(Run(b), Is.EqualTo(1));
    }

    [Test]
    public void Nothing_happens_where_it_does_not_pay()
    {
        var b = new GraphBuilder();
        Value relu = b.Emit.Unary("Relu", b.Input("x", 1, 4, 4, 4));
        b.Output(b.Emit.Unary("Neg", relu), "z");
        b.Output(b.ConvNhwc(relu, 4), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((0, 2)));
    }

    [Test]
    public void Unknown_operators_in_between_keep_their_order()
    {
        var b = new GraphBuilder();
        Value x = b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4);
        b.Output(b.ConvNhwc(b.Emit.Reshape(x, 1, 2, 8, 4), 4), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((0, 4)));
    }

    [Test]
    public void A_transpose_without_permutation_reverses_and_stays()
    {
        var b = new GraphBuilder();
        Value relu = b.Emit.Unary("Relu", b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4));
        b.Output(b.Emit.Unary("Neg", b.Emit.Node("Transpose", [relu])), "z");
        b.Output(b.ConvNhwc(relu, 4), "y");
        Run(b);
        Assert.That(b.Graph.Nodes.Any(node => node.Is("Transpose") && node.Attributes.Count == 0), Is.True);
    }

    [Test]
    public void Branches_that_read_or_return_outer_values_see_them_as_before()
    {
        var b = new GraphBuilder();
        Value relu = b.Emit.Unary("Relu", b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4));
        Value first = b.Emit.ToChannelsFirst(relu);
        b.Output(b.ConvNhwc(b.Emit.Unary("Neg", b.ConvNhwc(relu, 4)), 4), "y");
        Value condition = b.Input("c", ElementType.Bool);
        b.Output(b.Emit.Node("If", [condition], Branch("then_branch", relu), Branch("else_branch", relu)), "z");
        b.Output(b.Emit.Node("If", [condition], Branch("then_branch", first), Branch("else_branch", first)), "u");
        b.Output(Branches.If(b, branch => branch.Unary("Abs", relu)), "v");
        Assert.That(Run(b), Is.GreaterThan(0));

        static NodeAttribute Branch(string name, Value returned)
        {
            var graph = new Graph(name);
            graph.AddOutput(graph.AddNode("Identity", [returned]).AddOutput("returned", returned.Type));
            return new NodeAttribute(name, graph);
        }
    }

    [Test]
    public void Graphs_inside_are_optimized_too()
    {
        var b = new GraphBuilder();
        Value x = b.Input("x", 1, 4, 4, 4);
        Value w = b.Random(4, 4, 1, 1);
        var window = new Window([1, 1], [1, 1], [1, 1], [0, 0, 0, 0]);
        Func<Emitter, Value, Value> conv = (emit, value) => emit.ToChannelsLast(emit.Conv(emit.ToChannelsFirst(value), w, null, window));
        b.Output(Branches.If(b, branch => conv(branch, branch.Unary("Relu", conv(branch, x)))), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 4)));
    }

    [Test]
    public void A_thousand_residual_blocks_take_little_time()
    {
        var b = new GraphBuilder();
        Value x = b.Input("x", 1, 4, 4, 4);
        for (int i = 0; i < 1000; i++)
            x = b.Emit.Add(b.ConvNhwc(b.Emit.Unary("Relu", x), 4), x);
        b.Output(x, "y");
        b.Finish();
        var clock = Stopwatch.StartNew();
        bool changed = new LayoutOptimizer().Optimize(new OptimizerContext(b.Model, NullLogger.Instance));
        TestContext.Out.WriteLine($"{b.Graph.NodeCount} nodes in {clock.ElapsedMilliseconds} ms");
        b.Finish();
        Assert.That((changed, b.Count("Transpose")), Is.EqualTo((true, 2)));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new LayoutOptimizer(), 1e-5);
}
