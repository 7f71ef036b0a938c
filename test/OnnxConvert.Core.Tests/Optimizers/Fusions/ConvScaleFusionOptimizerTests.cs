using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Fusions;

namespace OnnxConvert.Core.Tests.Optimizers.Fusions;

public class ConvScaleFusionOptimizerTests
{
    [TestCase("Mul", new long[] { 3, 1, 1 })]
    [TestCase("Mul", new long[] { 1, 3, 1, 1 })]
    [TestCase("Mul", new long[] { })]
    [TestCase("Add", new long[] { 3, 1, 1 })]
    [TestCase("Add", new long[] { 1, 1, 1 })]
    [TestCase("Sub", new long[] { 3, 1, 1 })]
    public void One_value_for_each_channel_goes_into_the_convolution(string opType, long[] sizes)
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Binary(opType, Conv(b, out _), b.Random(sizes)), "y");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((1, 1)));
    }

    [Test]
    public void The_constant_may_stand_first()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Mul(b.Random(3, 1, 1), Conv(b, out _)), "y");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((1, 1)));
    }

    [Test]
    public void What_is_left_of_batch_normalization_goes_in_as_a_whole()
    {
        var b = new GraphBuilder();
        Value conv = Conv(b, out Value w, b.Random(3));
        b.Output(b.Emit.Add(b.Emit.Mul(b.Emit.Sub(conv, b.Random(3, 1, 1)), b.Random(3, 1, 1)), b.Random(3, 1, 1)), "y");
        b.Output(b.Emit.Identity(w), "weights");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((3, 2)));
    }

    [Test]
    public void A_constant_minus_the_result_stays()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Sub(b.Random(3, 1, 1), Conv(b, out _)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [TestCase(new long[] { 4 })]
    [TestCase(new long[] { 4, 1 })]
    [TestCase(new long[] { 3, 4, 1 })]
    [TestCase(new long[] { 1, 1, 3, 1, 1 })]
    public void Constants_along_other_dimensions_stay(long[] sizes)
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Mul(Conv(b, out _), b.Random(sizes)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_constant_along_the_width_that_is_as_long_as_there_are_channels_stays()
    {
        var b = new GraphBuilder();
        Value conv = b.Emit.Conv(b.Input("x", 1, 2, 3, 3), b.Random(3, 2, 1, 1), null, new Window([1, 1], [1, 1], [1, 1], [0, 0, 0, 0]));
        b.Output(b.Emit.Mul(conv, b.Random(3)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_result_with_another_reader_stays()
    {
        var b = new GraphBuilder();
        Value conv = Conv(b, out _);
        b.Output(b.Emit.Mul(conv, b.Random(3, 1, 1)), "y");
        b.Output(b.Emit.Unary("Relu", conv), "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_result_that_is_a_graph_output_stays()
    {
        var b = new GraphBuilder();
        Value conv = Conv(b, out _);
        b.Output(conv, "z");
        b.Output(b.Emit.Mul(conv, b.Random(3, 1, 1)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Computed_factors_weights_and_biases_stay()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Mul(Conv(b, out _), b.Input("factor", 3, 1, 1)), "y");
        Value weights = b.Input("weights", 3, 2, 1, 1);
        b.Output(b.Emit.Mul(b.Emit.Conv(b.Graph.Inputs[0], weights, null, Pointwise), b.Random(3, 1, 1)), "z");
        b.Output(b.Emit.Mul(b.Emit.Conv(b.Graph.Inputs[0], b.Random(3, 2, 1, 1), b.Input("bias", 3), Pointwise), b.Random(3, 1, 1)), "u");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_factor_in_a_branch_stays()
    {
        var b = new GraphBuilder();
        Value conv = Conv(b, out _);
        Value factor = b.Random(3, 1, 1);
        b.Output(Branches.If(b, branch => branch.Mul(conv, factor)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_square_of_the_result_stays()
    {
        var b = new GraphBuilder();
        Value conv = Conv(b, out _);
        b.Output(b.Emit.Mul(conv, conv), "y");
        Assert.That(Run(b), Is.Zero);
    }

    private static Window Pointwise => new([1, 1], [1, 1], [1, 1], [0, 0, 0, 0]);

    private static Value Conv(GraphBuilder b, out Value weights, Value? bias = null)
    {
        weights = b.Random(3, 2, 1, 1);
        return b.Emit.Conv(b.Input("x", 1, 2, 4, 4), weights, bias, Pointwise);
    }

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new ConvScaleFusionOptimizer(), 1e-5);
}
