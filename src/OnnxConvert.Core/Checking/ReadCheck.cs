using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>Every value that is read is an input, a constant, or the output of a node, of the graph that reads it or of one around it.</summary>
internal static class ReadCheck
{
    public static void Check(Graph graph, List<ModelFinding> findings)
    {
        foreach (Graph inner in graph.SelfAndSubgraphs())
        {
            foreach (Node node in inner.Nodes)
            {
                foreach (Value? input in node.Inputs)
                {
                    if (input is not null)
                        Check(input, inner, node.ToString(), findings);
                }
            }

            foreach (Value output in inner.Outputs)
                Check(output, inner, $"graph '{inner.Name}'", findings);
        }
    }

    private static void Check(Value value, Graph reader, string place, List<ModelFinding> findings)
    {
        bool isThere = value.IsGraphInput || value.Initializer is not null || value.SparseInitializer is not null || value.Producer?.Graph is not null;
        if (!isThere)
            findings.Add(new ModelFinding(place, $"it reads '{value.Name}', which nothing computes"));
        else if (!reader.CanSee(value.Graph))
            findings.Add(new ModelFinding(place, $"it reads '{value.Name}' of the graph '{value.Graph.Name}', which is not around it"));
    }
}
