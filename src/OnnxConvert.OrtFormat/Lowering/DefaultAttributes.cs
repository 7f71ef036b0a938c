using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>States the default attributes of all nodes, since a minimal runtime has no operator definitions to look them up in.</summary>
internal static class DefaultAttributes
{
    public static void State(Model model)
    {
        foreach (Node node in model.Graph.SelfAndSubgraphs().SelectMany(g => g.Nodes))
        {
            OperatorSchema? schema = OperatorRegistry.Find(node.Domain, node.OpType, model.OpsetImports.GetValueOrDefault(node.Domain, 1));
            foreach (OperatorAttribute attribute in schema?.Attributes ?? [])
            {
                if (attribute.Default is { } value && !node.Attributes.Contains(attribute.Name))
                    node.Attributes.Set(value);
            }
        }
    }
}
