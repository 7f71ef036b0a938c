using System.Collections.Immutable;
using System.Globalization;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Kernels;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

/// <summary>Whether stock ONNX Runtime runs a model on the CPU, and since which release: its versions, its operators, and their types.</summary>
internal static class StockExamination
{
    private const int OldestOpset = 7;

    // The runtime puts these in for accelerators alone; the tables here do not know them one by one.
    private const string InternalDomain = "com.ms.internal.nhwc";

    /// <param name="model">The model.</param>
    /// <param name="formatVersion">The version of the ORT format that it is stored in; null for ONNX.</param>
    public static RuntimeDiagnosis Examine(Model model, int? formatVersion = null)
    {
        long opset = Opset(model, "");
        long irVersion = model.IrVersion != 0 ? model.IrVersion : IrVersions.For(model);
        string? since = RuntimeReleases.FirstWith(opset, Opset(model, "ai.onnx.ml"), irVersion);
        var usage = new OperatorUsage();
        usage.Add("", model);
        List<Finding> findings = [.. StructureExamination.Examine(model, usage, formatVersion), .. OperatorFindings(model, usage)];
        if (since is null && formatVersion is null)
            findings.Insert(0, new Finding("the model", $"has opset {opset}{Ml(model)} and IR version {irVersion}; ONNX Runtime {RuntimeReleases.Newest} takes opset {RuntimeReleases.NewestOpset} and IR version {RuntimeReleases.NewestIrVersion}", "Convert it to an older opset"));
        bool runs = findings.Count == 0;
        if (opset is > 0 and < OldestOpset)
            findings.Insert(0, new Finding("the model", $"has opset {opset}; operators older than opset {OldestOpset} are run only where they did not change until then", $"Convert it to opset {OldestOpset} or later"));
        if (!runs)
            return new RuntimeDiagnosis(false, null, findings);
        // The reader of the ORT format compares no versions: what is newer than every release runs where the kernels do.
        string first = formatVersion is { } version ? RuntimeReleases.Later(since ?? RuntimeReleases.NewestExamined, RuntimeReleases.FirstWithFormat(version)) : since!;
        return new RuntimeDiagnosis(true, WithKernels(usage, first, findings), findings);
    }

    /// <summary>The release from which on the kernels are there as well. What came later than <paramref name="since"/> is noted.</summary>
    private static string WithKernels(OperatorUsage usage, string since, List<Finding> notes)
    {
        string result = since;
        foreach (var alike in usage.Nodes.Select(pair => (pair.Use, Since: KernelSince(pair.Use.Operator, pair.Node))).GroupBy(item => (item.Use.Operator, item.Since)))
        {
            // The oldest release that was looked at says nothing about those before.
            if (alike.Key.Since == 0)
                continue;
            string release = RuntimeReleases.Examined(alike.Key.Since);
            if (RuntimeReleases.Later(since, release) == since)
                continue;
            result = RuntimeReleases.Later(result, release);
            notes.Add(new Finding(Places.Of(alike.Key.Operator, [.. alike.Select(item => item.Use.Node)]), $"has a CPU kernel for these types since ONNX Runtime {release}", "For an older release use other types, or another opset"));
        }

        string[] own = [.. usage.Uses.Select(use => use.Operator.Domain).Where(domain => domain == InternalDomain || domain.StartsWith(Domains.Microsoft, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
        if (own.Length > 0)
            notes.Add(new Finding($"operators of {string.Join(", ", own)}", $"are run by ONNX Runtime {RuntimeReleases.Newest}; it is not known here in which release each of them came", "Try the model in the release that runs it, if that is an older one"));
        return result;
    }

    /// <summary>0 where the first release that was looked at, or that has been looked at for an operator of ONNX Runtime's own, has the kernel.</summary>
    private static int KernelSince(OperatorVersion op, Node node) =>
        OperatorRegistry.Find(op.Domain, op.OpType, op.Version) is { IsStandard: true } schema && StockKernels.Find(op) is not null
            ? StockKernels.Since(op, kernels => Unsupported(schema, node, kernels) is null)
            : 0;

    private static IEnumerable<Finding> OperatorFindings(Model model, OperatorUsage usage)
    {
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
        if (functions.Contains((node.Domain, node.OpType)) || op.Domain == InternalDomain)
            return null;
        if (!OperatorRegistry.IsKnownDomain(op.Domain))
            return ($"is an operator of {op.DisplayDomain}, which ONNX Runtime does not have", "Register a library of custom operators, or convert without it");
        if (OperatorRegistry.Find(op.Domain, op.OpType, op.Version) is not { IsDeprecated: false } schema)
            return op.Domain.StartsWith(Domains.Microsoft, StringComparison.Ordinal)
                ? ($"is no operator of ONNX Runtime {RuntimeReleases.Newest}", "Export the model for inference: builds for training have other operators")
                : ("is no operator of this opset", "Correct the operator, or the opset");
        if (StockKernels.Find(op) is not { } kernels)
            return ($"has no CPU kernel in ONNX Runtime {RuntimeReleases.Newest}", "Use another opset, or other operators");
        if (op.OpType is "GRU" or "LSTM" or "RNN" && node.Attributes.Int("layout") != 0)
            return ($"has no CPU kernel for layout = 1 in ONNX Runtime {RuntimeReleases.Newest}", "Transpose before and behind it, and use layout = 0");
        return Unsupported(schema, node, kernels) is { } type
            ? ($"has no CPU kernel for {type.Types} at {type.Argument} in ONNX Runtime {RuntimeReleases.Newest}; there are kernels for {type.Others}", "Cast before and behind it")
            : null;
    }

    private static (string Types, string Argument, string Others)? Unsupported(OperatorSchema schema, Node node, ImmutableDictionary<string, ImmutableHashSet<string>> kernels)
    {
        IEnumerable<(OperatorParameter? Parameter, OnnxType? Type, string Argument)> arguments =
        [
            .. node.Inputs.Select((input, i) => (schema.InputAt(i), input?.Type, string.Create(CultureInfo.InvariantCulture, $"input {i}"))),
            .. node.Outputs.Select((output, i) => (schema.OutputAt(i), output.Type, string.Create(CultureInfo.InvariantCulture, $"output {i}"))),
        ];
        foreach ((OperatorParameter? parameter, OnnxType? type, string argument) in arguments)
        {
            if (parameter is null || TypeNotation.Of(type) is not { } name)
                continue;
            IEnumerable<string> types = kernels.TryGetValue(parameter.TypeVariable ?? parameter.Name, out var ofKernels) ? ofKernels : parameter.AllowedTypes;
            if (!types.Contains(name))
                return (name, argument, string.Join(", ", types.Order(StringComparer.Ordinal)));
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
