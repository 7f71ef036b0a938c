using System.Globalization;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>Whether stock ONNX Runtime runs a model on the CPU: its versions, its operators, and their types.</summary>
internal static class StockExamination
{
    private const int OldestOpset = 7;

    // Their kernels come with the runtime; the tables here do not know them one by one.
    private static readonly string[] RuntimeDomains = ["com.microsoft", "com.microsoft.nchwc", "com.ms.internal.nhwc"];

    public static RuntimeDiagnosis Examine(Model model)
    {
        var findings = new List<Finding>();
        long opset = Opset(model, "");
        string? since = RuntimeReleases.FirstWith(opset, Opset(model, "ai.onnx.ml"), model.IrVersion);
        if (since is null)
        {
            findings.Add(new Finding("the model", $"has opset {opset}{Ml(model)} and IR version {model.IrVersion}; ONNX Runtime {StockKernelData.Version} takes opset {StockKernelData.NewestOpset} and IR version {StockKernelData.NewestIrVersion}", "Convert it to an older opset"));
        }
        else if (opset is > 0 and < OldestOpset)
        {
            findings.Add(new Finding("the model", $"has opset {opset}; operators older than opset {OldestOpset} are run only where they did not change until then", $"Convert it to opset {OldestOpset} or later"));
        }

        int warnings = findings.Count(_ => since is not null);
        findings.AddRange(OperatorFindings(model));
        return new RuntimeDiagnosis(since is not null && findings.Count == warnings, findings.Count == warnings ? since : null, findings);
    }

    private static IEnumerable<Finding> OperatorFindings(Model model)
    {
        var usage = new OperatorUsage();
        usage.Add("", model);
        HashSet<(string, string)> functions = [.. model.Functions.Select(function => (function.Domain, function.Name))];
        foreach (var alike in usage.Nodes
            .Select(pair => (pair.Use, pair.Node, Problem: Problem(pair.Use.Operator, pair.Node, functions)))
            .Where(item => item.Problem is not null)
            .GroupBy(item => (item.Use.Operator, item.Problem)))
        {
            (string problem, string advice) = alike.Key.Problem!.Value;
            yield return new Finding(Places.Of(alike.Key.Operator, [.. alike.Select(item => item.Use.Node)]), problem, advice);
        }
    }

    private static (string Problem, string Advice)? Problem(OperatorVersion op, Node node, HashSet<(string, string)> functions)
    {
        if (functions.Contains((node.Domain, node.OpType)) || RuntimeDomains.Contains(op.Domain))
            return null;
        if (!OperatorSchemas.IsKnownDomain(op.Domain))
            return ($"is an operator of {op.DisplayDomain}, which ONNX Runtime does not have", "Register a library of custom operators, or convert without it");
        if (OperatorSchemas.Find(op.Domain, op.OpType, op.Version) is not { IsDeprecated: false } schema)
            return ("is no operator of this opset", "Correct the operator, or the opset");
        if (StockKernels.Find(op) is not { } kernels)
            return ($"has no CPU kernel in ONNX Runtime {StockKernelData.Version}", "Use another opset, or other operators");
        if (op.OpType is "GRU" or "LSTM" or "RNN" && node.Attributes.Int("layout") != 0)
            return ($"has no CPU kernel for layout = 1 in ONNX Runtime {StockKernelData.Version}", "Transpose before and behind it, and use layout = 0");
        return Unsupported(schema, node, kernels) is { } type
            ? ($"has no CPU kernel for {type.Types} at {type.Argument} in ONNX Runtime {StockKernelData.Version}; there are kernels for {type.Others}", "Cast before and behind it")
            : null;
    }

    private static (string Types, string Argument, string Others)? Unsupported(
        OperatorSchema schema, Node node, System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableHashSet<string>> kernels)
    {
        IEnumerable<(OperatorParameter? Parameter, OnnxType? Type, string Argument)> arguments =
        [
            .. node.Inputs.Select((input, i) => (schema.InputAt(i), input?.Type, string.Create(CultureInfo.InvariantCulture, $"input {i}"))),
            .. node.Outputs.Select((output, i) => (schema.OutputAt(i), output.Type, string.Create(CultureInfo.InvariantCulture, $"output {i}"))),
        ];
        foreach ((OperatorParameter? parameter, OnnxType? type, string argument) in arguments)
        {
            if (parameter is not null && TypeNotation.Of(type) is { } name
                && kernels.TryGetValue(parameter.TypeVariable ?? parameter.Name, out var types) && !types.Contains(name))
            {
                return (name, argument, string.Join(", ", types.Order(StringComparer.Ordinal)));
            }
        }

        return null;
    }

    private static long Opset(Model model, string domain)
    {
        if (model.OpsetImports.TryGetValue(domain, out long opset))
            return opset;
        return domain.Length == 0 ? model.OpsetImports.GetValueOrDefault(OperatorVersion.OnnxDomain) : 0;
    }

    private static string Ml(Model model) => Opset(model, "ai.onnx.ml") is > 0 and var ml ? string.Create(CultureInfo.InvariantCulture, $", ai.onnx.ml {ml}") : "";
}
