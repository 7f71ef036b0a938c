using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Quantization;

namespace OnnxConvert.Core.Tests.Optimizers.Quantization;

public class ReshapeQuantizationOptimizerTests
{
    private readonly QuantizationParameters _parameters = new(0.5f, 125);

    private static readonly Func<Emitter, Value, Value>[] Reshapes =
    [
        (emit, x) => emit.Reshape(x, -1, 3),
        (emit, x) => emit.Squeeze(x, 0),
        (emit, x) => emit.Unsqueeze(x, 1),
        (emit, x) => emit.Node("Flatten", [x], new NodeAttribute("axis", 2L)),
    ];

    [Test]
    public void Dequantizing_moves_behind_the_reshape([Range(0, 3)] int form, [Values(11, 18)] int opset)
    {
        var b = new GraphBuilder(opset);
        b.Output(b.Emit.Unary("Sqrt", b.Emit.Unary("Abs", Reshapes[form](b.Emit, b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 1, 2, 3), _parameters)))), "y");
        Assert.That((Run(b), Order(b)), Is.EqualTo((1, $"{Name(form)} DequantizeLinear Abs Sqrt")));
    }

    [Test]
    public void Quantizing_moves_before_the_reshape([Range(0, 3)] int form, [Values(11, 18)] int opset)
    {
        var b = new GraphBuilder(opset);
        b.Output(b.Emit.Quantize(Reshapes[form](b.Emit, b.Emit.Unary("Abs", b.Input("x", 1, 2, 3))), _parameters, ElementType.UInt8), "y");
        Assert.That((Run(b), Order(b)), Is.EqualTo((1, $"Abs QuantizeLinear {Name(form)}")));
    }

    [Test]
    public void A_chain_of_reshapes_is_passed_as_a_whole()
    {
        var b = new GraphBuilder();
        Value real = b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 1, 2, 3), _parameters);
        b.Output(b.Emit.Unary("Abs", b.Emit.Unsqueeze(b.Emit.Reshape(real, 3, 2), 0)), "y");
        Assert.That((Run(b), Order(b)), Is.EqualTo((1, "Reshape Unsqueeze DequantizeLinear Abs")));
    }

    [Test]
    public void A_reshaped_graph_output_stays()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Reshape(b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 2, 3), _parameters), 6), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_dequantized_constant_stays()
    {
        var b = new GraphBuilder();
        Value constant = b.Graph.AddInitializer("c", TensorData.Create<byte>([1, 2, 3], 3, 1));
        b.Output(b.Emit.Add(b.Input("x", 3), b.Emit.Reshape(b.Emit.Dequantize(constant, _parameters), 3)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Per_axis_parameters_stay()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Unary("Abs", b.Emit.Reshape(b.Emit.Dequantize(b.Input("x", ElementType.UInt8, 2, 3), new QuantizationParameters([1f, 2f], [0, 1], 0)), 6)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Quantizing_stays_where_someone_else_reads_what_is_around_the_reshape(bool behind)
    {
        var b = new GraphBuilder();
        Value before = b.Emit.Unary("Abs", b.Input("x", 2, 3));
        Value after = b.Emit.Reshape(before, 6);
        b.Output(b.Emit.Quantize(after, _parameters, ElementType.UInt8), "y");
        b.Output(behind ? after : before, "z");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Quantizing_in_a_branch_stays_there()
    {
        var b = new GraphBuilder();
        Value reshaped = b.Emit.Reshape(b.Emit.Unary("Abs", b.Input("x", 2, 3)), 6);
        b.Output(Branches.If(b, branch => branch.Quantize(reshaped, _parameters, ElementType.UInt8)), "y");
        Assert.That(Run(b), Is.Zero);
    }

    private static string Name(int form) => ((string[])["Reshape", "Squeeze", "Unsqueeze", "Flatten"])[form];

    private static string Order(GraphBuilder b) => string.Join(' ', b.Graph.Nodes.Select(node => node.OpType));

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new ReshapeQuantizationOptimizer());
}
