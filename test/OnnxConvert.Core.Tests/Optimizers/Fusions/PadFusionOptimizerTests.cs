using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Fusions;

namespace OnnxConvert.Core.Tests.Optimizers.Fusions;

public class PadFusionOptimizerTests
{
    private static readonly long[] Begins = [0, 0, 1, 0];
    private static readonly long[] Ends = [0, 0, 2, 1];
    private readonly QuantizationParameters _parameters = new(0.5f, 125);

    [Test]
    public void Padding_goes_into_the_convolution([Values(9, 11, 18)] int opset)
    {
        var b = new GraphBuilder(opset);
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends), [1, 0, 0, 1]), "y");
        Assert.That((Run(b), b.Count("Pad")), Is.EqualTo((1, 0)));
        Assert.That(b.Graph.Nodes.Single().Attributes.Ints("pads"), Is.EqualTo(new long[] { 2, 0, 2, 2 }));
    }

    [Test]
    public void Padding_by_the_zero_point_goes_past_the_dequantization()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", ElementType.UInt8, 1, 2, 5, 5), Begins, Ends, b.Emit.Const((byte)125));
        b.Output(Conv(b, b.Emit.Dequantize(padded, _parameters), [0, 0, 0, 0]), "y");
        Assert.That((Run(b), b.Count("Pad"), b.Count("DequantizeLinear")), Is.EqualTo((1, 0, 1)));
    }

    [Test]
    public void A_dequantization_that_is_there_already_is_used()
    {
        var b = new GraphBuilder();
        Value x = b.Input("x", ElementType.UInt8, 1, 2, 5, 5);
        b.Output(b.Emit.Unary("Abs", b.Emit.Dequantize(x, _parameters)), "z");
        b.Output(Conv(b, b.Emit.Dequantize(b.Emit.Pad(x, Begins, Ends, b.Emit.Const((byte)125)), _parameters), [0, 0, 0, 0]), "y");
        Assert.That((Run(b), b.Count("DequantizeLinear")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Padding_by_another_number_than_the_zero_point_stays()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", ElementType.UInt8, 1, 2, 5, 5), Begins, Ends);
        b.Output(Conv(b, b.Emit.Dequantize(padded, _parameters), [0, 0, 0, 0]), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Other_readers_keep_the_padding()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends);
        b.Output(Conv(b, padded, [0, 0, 0, 0]), "y");
        b.Output(padded, "z");
        Assert.That((Run(b), b.Count("Pad")), Is.EqualTo((1, 1)));
    }

    [TestCase(new long[] { 0, 0, -1, 0 }, new long[] { 0, 0, 1, 0 }, TestName = "Negative_pads_stay")]
    [TestCase(new long[] { 0, 1, 0, 0 }, new long[] { 0, 0, 0, 0 }, TestName = "Padded_channels_stay")]
    [TestCase(new long[] { 0, 0, 0, 0 }, new long[] { 1, 0, 0, 0 }, TestName = "Padded_batches_stay")]
    public void Not_fused(long[] begins, long[] ends)
    {
        var b = new GraphBuilder();
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), begins, ends), [0, 0, 0, 0]), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [TestCase("reflect")]
    [TestCase("edge")]
    public void Other_modes_stay(string mode)
    {
        var b = new GraphBuilder();
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends, mode: mode), [0, 0, 0, 0]), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Padding_by_ones_stays()
    {
        var b = new GraphBuilder();
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends, b.Emit.Const(1f)), [0, 0, 0, 0]), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Computed_amounts_stay()
    {
        var b = new GraphBuilder();
        Value amounts = b.Emit.Mul(b.Emit.Ints(0, 0, 1, 0, 0, 0, 2, 1), b.Emit.Shape(b.Emit.Reshape(b.Input("one", 1), 1)));
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), amounts), [0, 0, 0, 0], typed: false), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_convolution_with_auto_pad_stays()
    {
        var b = new GraphBuilder();
        b.Output(Conv(b, b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends), []), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Lowest_values_go_into_MaxPool([Values(9, 18)] int opset)
    {
        var b = new GraphBuilder(opset);
        Value padded = b.Emit.Pad(b.Input("x", 1, 2, 5, 5), [0, 0, 1, 0], [0, 0, 1, 1], b.Emit.Const(float.MinValue));
        b.Output(b.Emit.MaxPool(padded, Pool(0)), "y");
        Assert.That((Run(b), b.Count("Pad")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Lowest_bytes_go_into_MaxPool()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.MaxPool(b.Emit.Pad(b.Input("x", ElementType.Int8, 1, 2, 5, 5), [0, 0, 1, 0], [0, 0, 1, 1], b.Emit.Const((sbyte)-128)), Pool(0)), "y");
        Assert.That((Run(b), b.Count("Pad")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Zeros_before_MaxPool_stay()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.MaxPool(b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends), Pool(0)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Pads_as_large_as_the_kernel_of_MaxPool_stay()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", 1, 2, 5, 5), [0, 0, 1, 0], [0, 0, 0, 0], b.Emit.Const(float.MinValue));
        b.Output(b.Emit.MaxPool(padded, Pool(1)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void MaxPool_that_rounds_up_or_gives_indices_stays()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", 1, 2, 5, 5), [0, 0, 0, 0], [0, 0, 1, 1], b.Emit.Const(float.MinValue));
        NodeAttribute kernel = new("kernel_shape", [2, 2]), strides = new("strides", [3, 3]);
        b.Output(b.Emit.Node("MaxPool", [padded], kernel, strides, new NodeAttribute("ceil_mode", 1L)), "y");
        IReadOnlyList<Value> withIndices = b.Emit.Nodes("MaxPool", 2, [padded], kernel, strides);
        b.Output(withIndices[0], "z");
        b.Output(withIndices[1], "indices");
        Assert.That(Run(b), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void AveragePool_stays(long countIncludePad)
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Pad(b.Input("x", 1, 2, 5, 5), Begins, Ends);
        b.Output(b.Emit.Node("AveragePool", [padded], new NodeAttribute("kernel_shape", [3, 3]), new NodeAttribute("count_include_pad", countIncludePad)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_convolution_in_a_branch_takes_in_padding_from_outside()
    {
        var b = new GraphBuilder();
        Value padded = b.Emit.Dequantize(b.Emit.Pad(b.Input("x", ElementType.UInt8, 1, 2, 5, 5), Begins, Ends, b.Emit.Const((byte)125)), _parameters);
        Value w = b.Random(3, 2, 3, 3);
        b.Output(Branches.If(b, branch => branch.Conv(padded, w, null, new Window([3, 3], [1, 1], [1, 1], [0, 0, 0, 0]))), "y");
        Assert.That((Run(b), b.Count("Pad")), Is.EqualTo((1, 0)));
    }

    private static Window Pool(long pad) => new([2, 2], [1, 1], [1, 1], [pad, pad, pad, pad]);

    private static Value Conv(GraphBuilder b, Value x, long[] pads, bool typed = true)
    {
        Value y = b.Emit.Conv(x, b.Random(3, x.Shape?[1].Size ?? 2, 3, 3), null, new Window([3, 3], [1, 1], [1, 1], pads.Length == 0 ? default : [.. pads]));
        return typed ? y : b.Emit.Identity(y);
    }

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new PadFusionOptimizer(), 1e-5);
}
