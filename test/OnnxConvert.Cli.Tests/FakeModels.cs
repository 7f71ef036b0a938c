using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli;

/// <summary>Stands in for the library: what a file is, is written in it.</summary>
internal sealed class FakeModels : IModelService
{
    /// <summary>The last request, to see what the options became.</summary>
    public ConversionRequest? Request { get; private set; }

    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return File.ReadAllText(path) switch
        {
            "good" => new ConvertedFile(
                output => File.WriteAllText(output, "onnx"), stream => stream.Write("{}"u8), NodeCount: 7, request.Opset, ["something is approximate"]),
            "broken" => throw new InvalidModelException("tensor 3 lies beyond the end"),
            "strange" => throw new UnsupportedModelException(
                [new UnsupportedItem("FOO", "n1", "t", "no such thing"), new UnsupportedItem("BAR", "n2", null, "neither")]),
            "unwritable" => new ConvertedFile(
                _ => throw new IOException("the disk is full"), _ => { }, NodeCount: 1, request.Opset, []),
            "stopped" => throw new OperationCanceledException(),
            _ => throw new InvalidOperationException("unforeseen"),
        };
    }

    public IReadOnlyList<string> ModelsOfBundle(string path) => ["one.tflite", "in/two.tflite"];

    public IReadOnlyList<string> Signatures(string path, string? model) => ["encode", "de/code"];

    public IReadOnlyList<CarriedFile> CarriedFiles(string path, string? model) => File.ReadAllText(path) switch
    {
        "evil" => [new CarriedFile("good.txt", () => "good"u8.ToArray()), new CarriedFile("../evil.txt", () => "evil"u8.ToArray())],
        _ => [new CarriedFile("labels.txt", () => "cat"u8.ToArray()), new CarriedFile("in/two.tflite", () => "model"u8.ToArray())],
    };

    public ModelSummary Inspect(string path, string? model, GraphDetails details) => new(path, "TFLite version 3", 1536)
    {
        Facts = [("description", "made by hand")],
        Graphs =
        [
            new GraphSummary("main")
            {
                Inputs = [new TensorSummary("image", "uint8[1,2]  −1 ≤ 0.0078125·(q − 128) ≤ 0.9921875")],
                Operators = [("CONV_2D", 2), ("ADD", 1)],
            },
        ],
        Signatures = [new SignatureSummary("serving_default", [("x", "image")], [("y", "y")])],
        Warnings = ["the version is odd"],
    };

    public OrtModel Load(string path) => Read(path).ToOrt();

    public Diagnosis Examine(string path, RequiredOperators? configuration) => ModelDoctor.Examine(Read(path), configuration);

    public IReadOnlyList<HandledOperator> Operators() =>
        [new HandledOperator("ADD", Custom: false, 0, null), new HandledOperator("Roll", Custom: true, 13, "a|b")];

    /// <summary>A model of one node: what stands in the file is its operator, on floats.</summary>
    private static Model Read(string path)
    {
        string opType = File.ReadAllText(path);
        if (opType == "broken")
            throw new InvalidModelException("node 3 reads what nobody writes");
        var graph = new Graph("main");
        Node node = graph.AddNode(opType, [graph.AddInput("x", new TensorType(ElementType.Float, Shape.Of(1, 2)))]);
        node.Name = "n";
        graph.AddOutput(node.AddOutput("y", new TensorType(ElementType.Float, Shape.Of(1, 2))));
        return new Model(graph) { IrVersion = 8, OpsetImports = { [""] = 18 } };
    }
}
