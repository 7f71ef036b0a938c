using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>The main graph says of which types its inputs and outputs are.</summary>
internal static class BoundaryCheck
{
    // From this IR version on an initializer need not be an input.
    private const long WithPlainInitializers = 4;

    public static void Check(Model model, List<ModelFinding> findings)
    {
        foreach (Value input in model.Graph.Inputs)
            CheckType("input", input, findings);
        foreach (Value output in model.Graph.Outputs)
            CheckType("output", output, findings);
        if (model.IrVersion is 0 or >= WithPlainInitializers)
            return;
        foreach (Value initializer in model.Graph.Initializers.Where(i => !i.IsGraphInput))
            findings.Add(new ModelFinding($"initializer '{initializer.Name}'", $"it is no input of the graph, which IR version {model.IrVersion} asks for; use {WithPlainInitializers} or later"));
    }

    private static void CheckType(string role, Value value, List<ModelFinding> findings)
    {
        if (value.Type is null or TensorType { ElementType: ElementType.Undefined })
            findings.Add(new ModelFinding($"{role} '{value.Name}'", "it has no type"));
    }
}
