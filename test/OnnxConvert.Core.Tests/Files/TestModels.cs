using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

/// <summary>Small models for tests.</summary>
internal static class TestModels
{
    /// <summary>y = x + w, with w a constant.</summary>
    public static Model AddConstant(TensorData constant, long opset = 18)
    {
        var graph = new Graph("test");
        Value x = graph.AddInput("x", constant.Type);
        Node add = graph.AddNode("Add", [x, graph.AddInitializer("w", constant)]);
        graph.AddOutput(add.AddOutput("y", constant.Type));
        return new Model(graph) { OpsetImports = { [""] = opset } };
    }

    public static Model Reload(Model model) => OnnxModel.Load(model.ToBytes());
}
