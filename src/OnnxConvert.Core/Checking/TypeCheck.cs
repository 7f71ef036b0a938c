using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Checking;

/// <summary>A node's values are of types that its operator takes, and of one type where the definition has one variable.</summary>
internal static class TypeCheck
{
    public static void Check(OperatorSchema schema, Node node, string place, List<ModelFinding> findings)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < node.Inputs.Count; i++)
            Check("input", i, schema, schema.InputAt(i), node.Inputs[i], variables, place, findings);
        for (int i = 0; i < node.Outputs.Count; i++)
            Check("output", i, schema, schema.OutputAt(i), node.Outputs[i], variables, place, findings);
    }

    private static void Check(
        string role, int index, OperatorSchema schema, OperatorParameter? parameter, Value? value, Dictionary<string, string> variables, string place, List<ModelFinding> findings)
    {
        if (parameter is null || value?.Type is null || TypeNames.Of(value.Type) is not { } type)
            return;
        if (!parameter.Allows(type))
        {
            findings.Add(new ModelFinding(place, $"the {role} {index} '{parameter.Name}' is {type}; {schema} takes {string.Join(", ", parameter.AllowedTypes)}"));
            return;
        }

        if (parameter.TypeVariable is not { } variable || parameter.IsHeterogeneous)
            return;
        if (!variables.TryAdd(variable, type) && variables[variable] != type)
            findings.Add(new ModelFinding(place, $"the {role} {index} '{parameter.Name}' is {type}, another value of type variable {variable} is {variables[variable]}"));
    }
}
