using OnnxConvert.Checking;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Converting.Stages;

/// <summary>
/// What is wrong with the nodes that one source operator became, found while it is known which one that is: shapes that do
/// not broadcast, types that an operator does not take. In a file that contradicts itself this is where it shows.
/// </summary>
internal static class EmittedNodes
{
    internal static string? FindFault(IEnumerable<Node> nodes, int opset)
    {
        var findings = new List<ModelFinding>();
        var inference = new GraphInference(null, opset, isStrict: true);
        foreach (Node node in nodes)
        {
            if (node.Domain.Length > 0)
                continue;
            if (inference.FindFault(node) is { } fault)
                return fault;
            OperatorCheck.CheckBuiltIn(node, opset, findings);
            if (findings.Count > 0)
                return findings[0].ToString();
        }

        return null;
    }
}
