using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Rewriting;

/// <summary>Default attributes, for runtimes that have no operator definitions to look them up in.</summary>
public static class DefaultAttributes
{
    /// <summary>States the default attributes of all nodes of a model, as the operator sets that it imports define them.</summary>
    /// <param name="model">The model; what its nodes state themselves stays.</param>
    public static void State(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
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
