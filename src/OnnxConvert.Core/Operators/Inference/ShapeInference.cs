using System.Diagnostics.CodeAnalysis;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Finds the types and shapes of values: of one operator from facts about its inputs, or of all values of a graph.</summary>
public static class ShapeInference
{
    /// <summary>Infers the outputs of an operator. No graph is looked at or changed; graphs inside the operator count by what they declare.</summary>
    /// <param name="call">The operator.</param>
    /// <param name="inputs">What is known of its inputs; <see cref="ValueFact.Absent"/> for those that are left out.</param>
    /// <param name="outputs">Receives what follows of the outputs, as many as are asked for: their types, and of the first one the elements where they are known.</param>
    /// <param name="fault">Why the operator cannot be right, or null.</param>
    /// <returns>False if the operator cannot be right by what is known of its inputs.</returns>
    public static bool TryInfer(OperatorCall call, ReadOnlySpan<ValueFact> inputs, Span<ValueFact> outputs, [NotNullWhen(false)] out string? fault)
    {
        outputs.Fill(new ValueFact((OnnxType?)null));
        fault = null;
        if (OperatorRegistry.Find(call.Domain, call.OpType) is not { } definition)
            return true;
        var inference = new InferenceCall(call, inputs, outputs, DeclaredTypes.Instance);
        try
        {
            definition.Infer(inference);
            if (outputs.Length > 0 && outputs[0].Type is TensorType { Shape: not null } type && definition.InferContents(inference, type) is { } known)
                outputs[0] = known;
            return true;
        }
        catch (InvalidModelException exception)
        {
            fault = exception.Message;
            return false;
        }
    }

    /// <summary>Infers the types of all values of a model, those of inner graphs included. Of a type that is there already the more specific parts are kept.</summary>
    /// <param name="model">The model; its nodes must be in topological order.</param>
    /// <exception cref="InvalidModelException">A node cannot be right, or a declared type contradicts what its node computes.</exception>
    public static void Infer(Model model) => Infer(model, null);

    /// <summary>
    /// Infers the types of all values of a model, those of inner graphs included. A declared shape that contradicts what its node computes
    /// gives way, as in ONNX Runtime; a declared element type does not.
    /// </summary>
    /// <param name="model">The model; its nodes must be in topological order.</param>
    /// <param name="warnings">Receives a sentence for each shape that gave way; null if that is a fault too.</param>
    /// <exception cref="InvalidModelException">A node cannot be right, or a declared type contradicts what its node computes.</exception>
    public static void Infer(Model model, ICollection<string>? warnings)
    {
        int opset = (int)Math.Clamp(model.OpsetImports.GetValueOrDefault("", 1), 1, int.MaxValue);
        new GraphInference(model.OpsetImports, opset, isStrict: true, warnings).Run(model.Graph);
    }

    /// <summary>Infers the types of all values of a graph, those of inner graphs included.</summary>
    /// <param name="graph">The graph; its nodes must be in topological order.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <exception cref="InvalidModelException">A node cannot be right, or a declared type contradicts what its node computes.</exception>
    public static void Infer(Graph graph, int opset) => new GraphInference(null, opset, isStrict: true).Run(graph);

    /// <summary>
    /// Sets the types of a node's outputs as far as they follow from its inputs. Of a type that is there already the more specific
    /// parts are kept. Says nothing of nodes that it does not know, or that cannot be right.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    public static void InferNode(Node node, int opset) => new GraphInference(null, opset, isStrict: false).FindFault(node);

    /// <summary>Why a node cannot be right by what is known of its inputs, or null. The types of its outputs are set.</summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    public static string? FindFault(Node node, int opset) => new GraphInference(null, opset, isStrict: true).FindFault(node);

    /// <summary>The integers of a value as far as they are known from constants and shapes before it; null if one is not.</summary>
    /// <param name="value">A tensor of at most 64 integers.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    public static long[]? KnownIntegers(Value value, int opset) => new ValueFacts(null, opset).IntegersOf(value);

    /// <summary>Takes graphs by what their outputs declare.</summary>
    private sealed class DeclaredTypes : ISubgraphInference
    {
        public static DeclaredTypes Instance { get; } = new();

        public OnnxType?[] Infer(Graph graph, params ReadOnlySpan<OnnxType?> inputs) => [.. graph.Outputs.Select(output => output.Type)];
    }
}
