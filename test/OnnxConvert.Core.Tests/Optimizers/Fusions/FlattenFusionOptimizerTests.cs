using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Fusions;

namespace OnnxConvert.Core.Tests.Optimizers.Fusions;

public class FlattenFusionOptimizerTests
{
    private readonly QuantizationParameters _parameters = new(0.02f, 125);

    [Test]
    public void The_weights_take_over_the_transpose()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Gemm(Flat(b), b.Random(5, 24), b.Random(5), transB: true), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 0)));
    }

    [TestCase(new long[] { 0, -1 })]
    [TestCase(new long[] { 2, -1 })]
    public void Sizes_may_be_left_open(long[] sizes)
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Gemm(b.Emit.Node("Reshape", [Transposed(b), b.Emit.Ints(sizes)]), b.Random(5, 24), null, transB: true), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Quantization_on_both_sides_stays_in_place()
    {
        var b = new GraphBuilder();
        Value x = b.Emit.Dequantize(b.Emit.Quantize(Flat(b), _parameters, ElementType.UInt8), _parameters);
        Value w = b.Graph.AddInitializer("w", TensorData.Create<sbyte>([.. Enumerable.Range(0, 48).Select(i => (sbyte)((i * 37) % 100))], 2, 24));
        b.Output(b.Emit.Gemm(x, b.Emit.Dequantize(w, new QuantizationParameters([0.01f, 0.02f], [0, 0], 0)), null, transB: true), "y");
        Assert.That((Run(b), b.Count("Transpose"), b.Count("DequantizeLinear")), Is.EqualTo((1, 0, 2)));
    }

    [Test]
    public void Weights_quantized_along_the_features_stay()
    {
        var b = new GraphBuilder();
        Value w = b.Graph.AddInitializer("w", TensorData.Create<sbyte>([.. Enumerable.Range(0, 48).Select(i => (sbyte)i)], 2, 24));
        QuantizationParameters perFeature = new([.. Enumerable.Range(1, 24).Select(i => i * 0.1f)], [.. new long[24]], 1);
        b.Output(b.Emit.Gemm(Flat(b), b.Emit.Dequantize(w, perFeature), null, transB: true), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_transpose_that_moves_the_batch_stays()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Gemm(b.Emit.Reshape(b.Emit.Transpose(b.Input("x", 4, 2, 6), 1, 0, 2), 2, 24), b.Random(5, 24), null, transB: true), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_reshape_that_changes_the_batch_stays()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Gemm(b.Emit.Reshape(Transposed(b), 4, 12), b.Random(5, 12), null, transB: true), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Features_with_another_reader_stay()
    {
        var b = new GraphBuilder();
        Value flat = Flat(b);
        b.Output(b.Emit.Gemm(flat, b.Random(5, 24), null, transB: true), "y");
        b.Output(b.Emit.Unary("Relu", flat), "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Features_that_are_a_graph_output_stay()
    {
        var b = new GraphBuilder();
        Value flat = Flat(b);
        b.Output(flat, "z");
        b.Output(b.Emit.Gemm(flat, b.Random(5, 24), null, transB: true), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Computed_weights_and_weights_the_other_way_round_stay()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Gemm(Flat(b), b.Input("w", 5, 24), null, transB: true), "y");
        b.Output(b.Emit.Gemm(b.Emit.Reshape(b.Emit.ToChannelsLast(b.Graph.Inputs[0]), 2, 24), b.Random(24, 5), null), "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Shared_dequantized_weights_stay()
    {
        var b = new GraphBuilder();
        Value w = b.Emit.Dequantize(b.Graph.AddInitializer("w", TensorData.Create<sbyte>(new sbyte[48], 2, 24)), new QuantizationParameters(0.1f, 0));
        b.Output(b.Emit.Gemm(Flat(b), w, null, transB: true), "y");
        b.Output(b.Emit.Unary("Relu", w), "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_dense_layer_in_a_branch_takes_nothing_from_weights_dequantized_outside()
    {
        var b = new GraphBuilder();
        Value flat = Flat(b);
        Value w = b.Emit.Dequantize(b.Graph.AddInitializer("w", TensorData.Create<sbyte>(new sbyte[48], 2, 24)), new QuantizationParameters(0.1f, 0));
        var branch = new Graph("branch");
        Node gemm = branch.AddNode("Gemm", [flat, w]);
        gemm.Attributes.Set(new NodeAttribute("transB", 1L));
        branch.AddOutput(gemm.AddOutput("g", new TensorType(ElementType.Float, Shape.Of(2, 2))));
        var other = new Graph("other");
        other.AddOutput(other.AddNode("Identity", [b.Random(2, 2)]).AddOutput("o", new TensorType(ElementType.Float, Shape.Of(2, 2))));
        b.Output(b.Emit.Node("If", [b.Input("c", ElementType.Bool)], new NodeAttribute("then_branch", branch), new NodeAttribute("else_branch", other)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    private static Value Transposed(GraphBuilder b) => b.Emit.ToChannelsLast(b.Input("x", 2, 4, 3, 2));

    private static Value Flat(GraphBuilder b) => b.Emit.Reshape(Transposed(b), 2, 24);

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new FlattenFusionOptimizer(), 1e-5);
}
