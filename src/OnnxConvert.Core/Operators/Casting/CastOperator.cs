using System.Runtime.InteropServices;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Casting;

/// <summary>
/// Cast between numeric types. Floats become integers by truncation, limited to the type's range (ONNX leaves open what
/// happens outside); integers become narrower integers by their low bits; everything but 0 is true.
/// </summary>
[Defines("Cast")]
internal sealed class CastOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override LayoutRule Layout => ElementwiseLayoutRule.Unary;

    public override void Infer(InferenceCall c)
    {
        // Up to opset 5 the attribute is the type's name.
        ElementType type = c.Opset < 6 ? ElementType.Undefined : c.ElementTypeOf("to", ElementType.Undefined);
        c.Set(0, type, c.Shape(0));
    }

    // A cast between integers keeps sizes, whose symbols have no number yet.
    internal override ValueFact? InferContents(InferenceCall c, TensorType output) =>
        base.InferContents(c, output) ?? (output.ElementType.IsInteger() && c.Elements(0) is { } sizes ? new ValueFact(output, [.. sizes]) : null);

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        var to = (ElementType)c.Attributes.Int("to");
        if (data.ElementType == to)
            return data;
        if (data.ElementType == ElementType.Float16 && to == ElementType.Float)
            return Widen(data);
        // How a float is rounded to so few bits differs between runtimes.
        if (data.ElementType.IsFloat() && to.IsSubByte())
            return null;
        return data.ElementType.IsFloat()
            ? Elements.Write(Elements.Read<double>(data), to, data.Dims.AsSpan())
            : Elements.Write(Elements.Read<Int128>(data), to, data.Dims.AsSpan());
    }

    /// <summary>Whole weights come this way, so that no intermediate copy is made.</summary>
    private static TensorData Widen(TensorData data)
    {
        var bytes = new byte[checked((int)data.ElementCount * sizeof(float))];
        ReadOnlySpan<Half> source = data.AsSpan<Half>();
        Span<float> target = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (int i = 0; i < target.Length; i++)
            target[i] = (float)source[i];
        return TensorData.FromBytes(ElementType.Float, data.Dims.AsSpan(), bytes);
    }
}
