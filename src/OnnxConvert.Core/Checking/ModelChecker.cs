using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>
/// Says what is wrong with a model by the rules of ONNX: names and order of values, operator sets, operators, their inputs, outputs,
/// attributes and types. Of operators of domains that are not ONNX's own only the structure is looked at.
/// </summary>
public static class ModelChecker
{
    private const int Shown = 20;

    /// <summary>Checks a model, the graphs inside it and its functions.</summary>
    /// <param name="model">The model.</param>
    /// <returns>Everything that is wrong, in the model's order; empty for a valid model.</returns>
    public static IReadOnlyList<ModelFinding> Check(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var findings = new List<ModelFinding>();
        OpsetCheck.Check(model, findings);
        BoundaryCheck.Check(model, findings);
        new GraphCheck(model, model.OpsetImports, findings).Check(model.Graph);
        foreach (Function function in model.Functions)
            new GraphCheck(model, function.OpsetImports, findings).Check(function.Body);
        return findings;
    }

    /// <summary>Does nothing if a model is valid.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidModelException">The model is not valid; the message lists what is wrong.</exception>
    public static void EnsureValid(Model model)
    {
        Throw(Check(model));
    }

    /// <summary>Does nothing if every value that is read in the main graph and those inside it is an input, a constant, or computed.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidModelException">A value is read that nothing computes; the message lists them.</exception>
    public static void EnsureComputed(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var findings = new List<ModelFinding>();
        ReadCheck.Check(model.Graph, findings);
        Throw(findings);
    }

    private static void Throw(IReadOnlyList<ModelFinding> findings)
    {
        if (findings.Count == 0)
            return;
        string rest = findings.Count > Shown ? $"{Environment.NewLine}  and {findings.Count - Shown} more" : "";
        throw new InvalidModelException($"The ONNX model is not valid:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", findings.Take(Shown))}{rest}");
    }
}
