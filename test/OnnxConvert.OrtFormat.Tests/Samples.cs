using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>Small models that hold what the format has a place for.</summary>
internal static class Samples
{
    public static IEnumerable<Model> All() => [Relu(), Branches(), Sparse(), Strings(), Sequences(), QuantizedConv()];

    public static Model Relu(ElementType type = ElementType.Float, int opset = 18)
    {
        var graph = new Graph("relu");
        Value x = graph.AddInput("x", new TensorType(type, new Shape("N", 3)));
        graph.AddOutput(graph.AddNode("Relu", [x]).AddOutput("y", x.Type));
        return ModelOf(graph, opset);
    }

    /// <summary>An If whose branches read a value and a constant from outside.</summary>
    public static Model Branches()
    {
        var graph = new Graph("branches");
        Value condition = graph.AddInput("condition", new TensorType(ElementType.Bool, Shape.Scalar));
        Value x = graph.AddInput("x", Floats(2, 2));
        Value doubled = graph.AddNode("Add", [x, x]).AddOutput("doubled");
        Value w = graph.AddInitializer("w", TensorData.Create<float>([1, 2, 3, 4], 2, 2));
        Node choice = graph.AddNode("If", [condition]);
        choice.Attributes.Set(new NodeAttribute("then_branch", Branch("Mul", "then_out", doubled, w)));
        choice.Attributes.Set(new NodeAttribute("else_branch", Branch("Sub", "else_out", doubled, x)));
        graph.AddOutput(choice.AddOutput("y"));
        return ModelOf(graph);
    }

    /// <summary>A sparse constant of 3 × 3 with coordinates, added to the input.</summary>
    public static Model Sparse()
    {
        var graph = new Graph("sparse");
        Value x = graph.AddInput("x", Floats(3, 3));
        Value w = graph.AddInitializer("w", new SparseTensorData(TensorData.Vector(5f, 7f), TensorData.Create<long>([0, 1, 2, 2], 2, 2), [3, 3]));
        graph.AddOutput(graph.AddNode("Add", [x, w]).AddOutput("y", Floats(3, 3)));
        return ModelOf(graph);
    }

    public static Model Strings()
    {
        var graph = new Graph("strings");
        Value x = graph.AddInput("x", new TensorType(ElementType.String, Shape.Of(2)));
        Value w = graph.AddInitializer("w", TensorData.FromStrings([2], ["á"u8.ToArray(), ""u8.ToArray()]));
        Node joined = graph.AddNode("Concat", [x, w]);
        joined.Attributes.Set(new NodeAttribute("axis", 0L));
        graph.AddOutput(joined.AddOutput("y", new TensorType(ElementType.String, Shape.Of(4))));
        return ModelOf(graph);
    }

    public static Model Sequences()
    {
        var graph = new Graph("sequences");
        Value x = graph.AddInput("x", Floats(2));
        graph.AddOutput(graph.AddNode("SequenceConstruct", [x, x]).AddOutput("y", new SequenceType(Floats(2))));
        return ModelOf(graph);
    }

    /// <summary>A convolution between DequantizeLinear and QuantizeLinear, which ONNX Runtime can replace by QLinearConv.</summary>
    public static Model QuantizedConv()
    {
        var graph = new Graph("quantized");
        Value x = graph.AddInput("x", new TensorType(ElementType.UInt8, Shape.Of(1, 1, 4, 4)));
        Value scale = graph.AddInitializer("scale", TensorData.Scalar(0.5f));
        Value zero = graph.AddInitializer("zero", TensorData.Scalar((byte)128));
        Value w = graph.AddInitializer("w", TensorData.Create<byte>([1, 200, 3, 255], 1, 1, 2, 2));
        Value real = graph.AddNode("DequantizeLinear", [x, scale, zero]).AddOutput("x_real");
        Value weights = graph.AddNode("DequantizeLinear", [w, scale, zero]).AddOutput("w_real");
        Value y = graph.AddNode("Conv", [real, weights]).AddOutput("y_real");
        graph.AddOutput(graph.AddNode("QuantizeLinear", [y, scale, zero]).AddOutput("y", new TensorType(ElementType.UInt8, Shape.Of(1, 1, 3, 3))));
        return ModelOf(graph);
    }

    public static Model ModelOf(Graph graph, int opset = 18)
    {
        var model = new Model(graph) { IrVersion = 8, ProducerName = "Acme", ModelVersion = 3, DocString = "a sample" };
        model.OpsetImports[""] = opset;
        model.Metadata["key"] = "value";
        return model;
    }

    public static TensorType Floats(params long[] sizes) => new(ElementType.Float, Shape.Of(sizes));

    public static byte[] Bytes(OrtModel model, OrtSaveOptions? options = null) => model.ToBytes(options);

    /// <summary>The .ort file that ONNX Runtime makes of a model, with the optimizations that it leaves to the runtime saved in it.</summary>
    public static byte[] StockOrt(Model model) => StockOptimizer.ToOrt(model.ToBytes(), new OrtOptions { OptimizationLevel = OptimizationLevel.All }, "save");

    /// <summary>As it is, without optimizations.</summary>
    public static OrtModel Plain(Model model) => model.ToOrt(new OrtOptions { OptimizationLevel = OptimizationLevel.None });

    private static Graph Branch(string opType, string output, Value a, Value b)
    {
        var branch = new Graph(opType);
        branch.AddOutput(branch.AddNode(opType, [a, b]).AddOutput(output, Floats(2, 2)));
        return branch;
    }
}
