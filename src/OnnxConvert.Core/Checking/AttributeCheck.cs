using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Checking;

/// <summary>A node's attributes are those of its operator, of the right kind, with none missing.</summary>
internal static class AttributeCheck
{
    public static void Check(OperatorSchema schema, Node node, string place, List<ModelFinding> findings)
    {
        foreach (NodeAttribute attribute in node.Attributes)
        {
            // ONNX leaves names that start so to tools.
            if (attribute.Name.StartsWith("__", StringComparison.Ordinal))
                continue;
            OperatorAttribute? formal = schema.FindAttribute(attribute.Name);
            if (formal is null)
                findings.Add(new ModelFinding(place, $"{schema} has no attribute '{attribute.Name}'"));
            else if (formal.Kind != attribute.Kind)
                findings.Add(new ModelFinding(place, $"the attribute '{attribute.Name}' is of kind {attribute.Kind}; {schema} has {formal.Kind}"));
        }

        foreach (OperatorAttribute formal in schema.Attributes)
        {
            if (formal.IsRequired && !node.Attributes.Contains(formal.Name))
                findings.Add(new ModelFinding(place, $"the attribute '{formal.Name}' is missing"));
        }
    }
}
