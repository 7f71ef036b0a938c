using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Checking;

/// <summary>A node's operator exists at the imported version, and the node is as its definition says.</summary>
internal static class OperatorCheck
{
    public static void Check(Node node, Model model, OrderedDictionary<string, long> opsets, List<ModelFinding> findings)
    {
        string place = node.ToString();
        if (!opsets.TryGetValue(node.Domain, out long opset))
        {
            findings.Add(new ModelFinding(place, $"the operator set '{(node.Domain.Length == 0 ? "ai.onnx" : node.Domain)}' is not imported"));
            return;
        }

        bool isFunction = model.Functions.Any(f => f.Name == node.OpType && f.Domain == node.Domain);
        if (!isFunction && OperatorRegistry.IsKnownDomain(node.Domain))
            CheckBuiltIn(node, opset, findings);
    }

    /// <summary>Checks a node of one of ONNX's own domains by itself.</summary>
    public static void CheckBuiltIn(Node node, long opset, List<ModelFinding> findings)
    {
        string place = node.ToString();
        OperatorSchema? schema = OperatorRegistry.Find(node.Domain, node.OpType, opset);
        if (schema is null)
            findings.Add(new ModelFinding(place, $"there is no operator '{node.OpType}' in opset {opset}"));
        else if (schema.IsDeprecated)
            findings.Add(new ModelFinding(place, $"the operator '{node.OpType}' is deprecated since opset {schema.SinceVersion}"));
        else
            CheckAgainst(schema, node, place, findings);
    }

    private static void CheckAgainst(OperatorSchema schema, Node node, string place, List<ModelFinding> findings)
    {
        ArityCheck.Check(schema, node, place, findings);
        AttributeCheck.Check(schema, node, place, findings);
        TypeCheck.Check(schema, node, place, findings);
    }
}
