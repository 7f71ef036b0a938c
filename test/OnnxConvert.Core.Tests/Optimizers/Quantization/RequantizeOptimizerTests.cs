using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Quantization;

namespace OnnxConvert.Core.Tests.Optimizers.Quantization;

public class RequantizeOptimizerTests
{
    private readonly QuantizationParameters _signed = new(0.5f, -3);
    private readonly QuantizationParameters _unsigned = new(0.5f, 125);

    [Test]
    public void Dequantizing_and_quantizing_alike_vanishes()
    {
        var b = new GraphBuilder();
        Value q = b.Emit.Transpose(b.Input("x", ElementType.UInt8, 2, 3), 1, 0);
        b.Output(b.Emit.Transpose(b.Emit.Quantize(b.Emit.Dequantize(q, _unsigned), _unsigned, ElementType.UInt8), 1, 0), "y");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((1, 2)));
    }

    [Test]
    public void From_graph_input_to_graph_output_it_stays_and_stays_valid()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Quantize(b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 2, 3), _unsigned), _unsigned, ElementType.UInt8), "y");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((0, 2)));
    }

    [Test]
    public void Readers_beside_a_graph_output_are_freed_all_the_same()
    {
        var b = new GraphBuilder();
        Value q = b.Emit.Quantize(b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 2, 3), _unsigned), _unsigned, ElementType.UInt8);
        b.Output(q, "y");
        b.Output(b.Emit.Transpose(q, 1, 0), "z");
        Assert.That(Run(b), Is.EqualTo(1));
        Assert.That(b.Graph.Outputs[1].Producer!.Inputs[0], Is.SameAs(b.Graph.Inputs[0]));
    }

    [Test]
    public void The_last_of_two_quantizations_on_one_grid_is_enough()
    {
        var b = new GraphBuilder();
        Value q = b.Emit.Quantize(b.Input("x", 2, 3), _unsigned, ElementType.UInt8);
        b.Output(b.Emit.Quantize(b.Emit.Dequantize(q, _unsigned), _signed, ElementType.Int8), "y");
        Assert.That((Run(b), b.Graph.NodeCount), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_change_of_type_without_a_quantization_before_stays()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Quantize(b.Emit.Dequantize(b.Input("x", ElementType.Int8, 2, 3), _signed), _unsigned, ElementType.UInt8), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [TestCase(0.5f, 124)]
    [TestCase(0.25f, 125)]
    public void Other_parameters_stay(float scale, int zeroPoint)
    {
        var b = new GraphBuilder();
        Value q = b.Emit.Transpose(b.Input("x", ElementType.UInt8, 2, 3), 1, 0);
        b.Output(b.Emit.Quantize(b.Emit.Dequantize(q, _unsigned), new QuantizationParameters(scale, zeroPoint), ElementType.UInt8), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Per_axis_parameters_and_computed_ones_stay()
    {
        var b = new GraphBuilder();
        QuantizationParameters perAxis = new([0.5f, 0.25f], [1, 2], 0);
        Value q = b.Emit.Identity(b.Input("x", ElementType.UInt8, 2, 3));
        b.Output(b.Emit.Quantize(b.Emit.Dequantize(q, perAxis), perAxis, ElementType.UInt8), "y");
        Value scale = b.Emit.Node("Exp", [b.Emit.Node("ReduceMax", [b.Input("s", 3)], new NodeAttribute("keepdims", 0L))]);
        Value zero = b.Emit.Const((byte)3);
        b.Output(b.Emit.Node("QuantizeLinear", [b.Emit.Node("DequantizeLinear", [q, scale, zero]), scale, zero]), "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void The_real_value_may_have_other_readers()
    {
        var b = new GraphBuilder();
        Value real = b.Emit.Dequantize(b.Emit.Identity(b.Input("x", ElementType.UInt8, 2, 3)), _unsigned);
        b.Output(b.Emit.Identity(b.Emit.Quantize(real, _unsigned, ElementType.UInt8)), "y");
        b.Output(real, "z");
        Assert.That((Run(b), b.Count("QuantizeLinear"), b.Count("DequantizeLinear")), Is.EqualTo((1, 0, 1)));
    }

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new RequantizeOptimizer());
}
