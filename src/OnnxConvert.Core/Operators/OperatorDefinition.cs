using System.Collections.ObjectModel;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Operators.Schemas;

namespace OnnxConvert.Operators;

/// <summary>
/// The home of an operator: its schemas in all versions, how the types of its outputs follow from its inputs, what can be taken for
/// granted of it, how constants are computed. Found by <see cref="OperatorRegistry.Find(string, string)"/>.
/// </summary>
public abstract class OperatorDefinition
{
    private IReadOnlyList<OperatorSchema>? _schemas;

    private protected OperatorDefinition()
    {
    }

    /// <summary>The operator's name, as <c>Conv</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The operator's domain; empty for ONNX's own.</summary>
    public string Domain { get; internal set; } = "";

    /// <summary>The operator's versions, oldest first.</summary>
    public IReadOnlyList<OperatorSchema> Schemas => Volatile.Read(ref _schemas) ?? Interlocked.CompareExchange(ref _schemas, MakeSchemas(), null) ?? _schemas;

    /// <summary>What holds for every node of the operator.</summary>
    public virtual OperatorTraits Traits => OperatorTraits.None;

    /// <summary>How the operator can be computed with permuted dimensions; null where they have fixed meanings.</summary>
    public virtual LayoutRule? Layout => null;

    /// <summary>Whether <see cref="EvaluateAll"/> computes the operator.</summary>
    public virtual bool CanEvaluate => false;

    /// <summary>The definition that holds at an opset of the domain; null where only newer ones have the operator.</summary>
    public OperatorSchema? SchemaAt(long opset)
    {
        for (int i = Schemas.Count - 1; i >= 0; i--)
        {
            if (Schemas[i].SinceVersion <= opset)
                return Schemas[i];
        }

        return null;
    }

    /// <summary>
    /// Sets what follows of the outputs' types from what is known of the inputs, and says nothing where that is not enough. Without an
    /// own rule, the element types that the schema fixes.
    /// </summary>
    /// <exception cref="InvalidModelException">The node cannot be right.</exception>
    public virtual void Infer(InferenceCall c) => SchemaTypes.Infer(c, SchemaAt(c.Opset));

    /// <summary>
    /// The elements of the first output as far as they follow from those of the inputs and from shapes, symbolic ones included; null if
    /// nothing does. By default what <see cref="EvaluateAll"/> computes, or where an operator that moves data puts them.
    /// </summary>
    /// <param name="c">The call.</param>
    /// <param name="output">The type of the first output, of known shape.</param>
    internal virtual ValueFact? InferContents(InferenceCall c, TensorType output) => KnownElements.Of(this, c, output);

    /// <summary>Whether an input carries the data of an operator that moves data; the others are parameters.</summary>
    internal virtual bool IsData(int input) => input == 0;

    /// <summary>The outputs for constant inputs; null where this operator, or this case of it, is not computed.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit each other. Other exceptions of arithmetic may come as well; <see cref="Evaluator"/> catches them.</exception>
    internal virtual TensorData[]? EvaluateAll(EvaluationCall c) => Evaluate(c) is { } output ? [output] : null;

    /// <summary>As <see cref="EvaluateAll"/>, of an operator with one output.</summary>
    internal virtual TensorData? Evaluate(EvaluationCall c) => null;

    /// <inheritdoc/>
    public override string ToString() => $"{(Domain.Length == 0 ? "ai.onnx" : Domain)}.{Name}";

    /// <summary>
    /// The versions of an operator that ONNX's own schemas do not hold, a line each in the form that
    /// <see cref="OperatorSchemaParser"/> reads. They are facts of ONNX Runtime 1.31.
    /// </summary>
    private protected virtual string OwnSchemas => "";

    private ReadOnlyCollection<OperatorSchema> MakeSchemas()
    {
        IEnumerable<OperatorSchema> own = OwnSchemas.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(OperatorSchemaParser.Parse);
        OperatorSchema[] standard = [.. OperatorSchemaIndex.Instance.Versions(Domain, Name)];
        OperatorSchema[] schemas = [.. standard.Concat(own).OrderBy(schema => schema.SinceVersion)];
        foreach (OperatorSchema schema in schemas)
            schema.Definition = this;
        foreach (OperatorSchema schema in standard)
            schema.IsStandard = true;
        return Array.AsReadOnly(schemas);
    }
}
