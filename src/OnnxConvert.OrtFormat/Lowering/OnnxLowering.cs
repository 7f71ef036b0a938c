using OnnxConvert.Ir;
using OnnxConvert.Onnx.Files;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>The way from an ONNX model to one that a runtime without graph transformations can run.</summary>
internal static class OnnxLowering
{
    public static Model Lower(Model source, OrtOptions options)
    {
        Model model = ModelCopy.Of(source);
        if (model.IrVersion == 0)
            model.IrVersion = IrVersions.For(model);
        ConstantNodes.Replace(model.Graph);
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
        ValueTypes.Infer(model);
        DefaultAttributes.State(model);
        return model;
    }
}
