using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>The way back from the ORT format to ONNX.</summary>
internal static class OnnxRaising
{
    public static Model Raise(Model source)
    {
        Model model = GraphCloner.Clone(source);
        // A file imports every operator set that its writer knows.
        HashSet<string> used = [.. model.Graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).Select(n => n.Domain), ""];
        foreach (string domain in model.OpsetImports.Keys.Where(d => !used.Contains(d)).ToArray())
            model.OpsetImports.Remove(domain);
        return model;
    }
}
