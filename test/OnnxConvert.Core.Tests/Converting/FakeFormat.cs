using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Converting;

/// <summary>A source format of two operators: HALVE, x / 2, and NEGATE, whose results may be quantized.</summary>
internal sealed class FakeFormat : IRegistrationModule
{
    internal const string Domain = "fake";

    public void Register(RegistrationBuilder registry)
    {
        registry.AddHandler(Domain, "HALVE", new HalveHandler());
        registry.AddHandler(Domain, "NEGATE", new NegateHandler());
    }

    /// <summary>image [1, 2, 3, 4] → HALVE → half → NEGATE → result; all of the type and quantization given.</summary>
    internal static SourceModel Model(ElementType type = ElementType.Float, QuantizationParameters? quantization = null, string last = "NEGATE")
    {
        var graph = new Graph("main");
        Value image = graph.AddInput("image", new TensorType(type, Shape.Of(1, 2, 3, 4)));
        image.Quantization = quantization;
        Value half = Add(graph, "HALVE", image, "half");
        graph.AddOutput(Add(graph, last, half, "result"));
        return new SourceModel(Domain, [graph], new FakeFormat()) { Description = "a test" };
    }

    private static Value Add(Graph graph, string opType, Value input, string name)
    {
        Node node = graph.AddNode(opType, [input], Domain);
        node.Name = $"layer/{name}";
        node.Attributes.Set(new NodeAttribute("level", 3L));
        Value output = node.AddOutput(name, input.Type);
        output.Quantization = input.Quantization;
        return output;
    }

    internal sealed class HalveHandler : IOpHandler
    {
        public void Convert(OpContext op)
        {
            op.Remark("halves are exact");
            op.Result(0, op.Emit.Mul(op.Real(0), op.Emit.Const(0.5f)));
        }
    }

    private sealed class NegateHandler : IOpHandler
    {
        public void Convert(OpContext op) => op.Result(0, op.Emit.Unary("Neg", op.Real(0)));
    }
}
