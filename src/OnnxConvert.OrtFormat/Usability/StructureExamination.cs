using System.Globalization;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat;

/// <summary>What ONNX Runtime refuses in a model before it looks for kernels: versions that are not stated, and nodes and inner graphs unlike their definition.</summary>
internal static class StructureExamination
{
    // Attributes of such names pass ONNX's checks.
    private const string Unchecked = "__";

    /// <param name="model">The model.</param>
    /// <param name="usage">Its nodes.</param>
    /// <param name="formatVersion">The version of the ORT format that it is stored in, whose reader asks for less; null for ONNX.</param>
    public static IEnumerable<Finding> Examine(Model model, OperatorUsage usage, int? formatVersion)
    {
        if (formatVersion is null && model.Annotations.Get<ReadingRepair>() is { } repair)
            yield return new Finding("the file", repair.Problem, "Write it anew");
        if (model.OpsetImports.Count == 0)
            yield return new Finding("the model", "imports no opset", "Export it again with one");
        foreach (var alike in usage.Nodes
            .Select(pair => (pair.Use, Problem: Problem(pair.Use.Operator, pair.Node, isOnnx: formatVersion is null)))
            .Where(item => item.Problem is not null)
            .GroupBy(item => (item.Use.Operator, item.Problem)))
        {
            yield return new Finding(Places.Of(alike.Key.Operator, [.. alike.Select(item => item.Use.Node)]), alike.Key.Problem!, "Correct the model where it is made");
        }
    }

    private static string? Problem(OperatorVersion op, Node node, bool isOnnx)
    {
        if (OperatorRegistry.Find(op.Domain, op.OpType, op.Version) is { IsDeprecated: false } schema && AttributeProblem(schema, node) is { } wrong)
            return wrong;
        foreach (NodeAttribute attribute in node.Attributes.Where(attribute => attribute.Kind == AttributeKind.Graph))
        {
            Graph body = attribute.Graph;
            if (op is { Domain: "", OpType: "If" } && body.Inputs.Any(input => input.Initializer is null))
                return $"has a branch '{attribute.Name}' with inputs; a branch reads the values around it";
            if (isOnnx && body.Outputs.FirstOrDefault(output => IsOfOuterGraph(output, body)) is { } outer)
                return $"has an inner graph whose output '{outer.Name}' is a value of the graph around it, without a node between";
            // Of the main graph ONNX Runtime puts the nodes in order itself.
            if (isOnnx && body.Annotations.Get<ReadingRepair>() is { } repair)
                return $"has an inner graph, '{body.Name}', that {repair.Problem}";
        }

        return null;
    }

    private static string? AttributeProblem(OperatorSchema schema, Node node)
    {
        // Definitions that ONNX Runtime adds to ONNX's domain let any attribute pass.
        bool isChecked = schema.IsStandard || schema.Domain.Length > 0;
        if (isChecked && node.Attributes.FirstOrDefault(a => schema.FindAttribute(a.Name) is null && !a.Name.StartsWith(Unchecked, StringComparison.Ordinal)) is { } unknown)
            return $"has no attribute '{unknown.Name}'";
        if (schema.Attributes.FirstOrDefault(a => a.IsRequired && !node.Attributes.Contains(a.Name)) is { } missing)
            return $"lacks the attribute '{missing.Name}'";
        int most = schema.Inputs.Count > 0 && schema.Inputs[^1].Option == ParameterOption.Variadic ? int.MaxValue : schema.Inputs.Count;
        return node.Inputs.Count > most
            ? string.Create(CultureInfo.InvariantCulture, $"has {node.Inputs.Count} inputs, of {most} at most")
            : null;
    }

    private static bool IsOfOuterGraph(Value output, Graph body) =>
        output.Initializer is null && !body.Inputs.Contains(output) && (output.Producer is not { } producer || producer.Graph != body);
}
