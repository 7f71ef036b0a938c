using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Checking;

/// <summary>A node has the inputs and outputs that its operator needs, and not more than it takes.</summary>
internal static class ArityCheck
{
    public static void Check(OperatorSchema schema, Node node, string place, List<ModelFinding> findings)
    {
        Check("input", schema, schema.Inputs, node.Inputs.Count, i => node.Inputs[i] is not null, place, findings);
        Check("output", schema, schema.Outputs, node.Outputs.Count, i => node.Outputs[i].Name.Length > 0, place, findings);
    }

    private static void Check(
        string role, OperatorSchema schema, IReadOnlyList<OperatorParameter> parameters, int count, Func<int, bool> isGiven, string place, List<ModelFinding> findings)
    {
        bool isVariadic = parameters.Count > 0 && parameters[^1].Option == ParameterOption.Variadic;
        if (count > parameters.Count && !isVariadic)
            findings.Add(new ModelFinding(place, $"it has {count} {role}s; {schema} has {parameters.Count}"));
        for (int i = 0; i < parameters.Count; i++)
        {
            OperatorParameter parameter = parameters[i];
            if (parameter.Option == ParameterOption.Single && (i >= count || !isGiven(i)))
                findings.Add(new ModelFinding(place, $"the {role} {i} '{parameter.Name}' is missing"));
            if (parameter.Option == ParameterOption.Variadic && count - i < parameter.MinimumCount)
                findings.Add(new ModelFinding(place, $"it has {Math.Max(count - i, 0)} {role}s '{parameter.Name}'; at least {parameter.MinimumCount} are needed"));
        }
    }
}
