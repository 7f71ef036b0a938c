using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Signals;

/// <summary>MelWeightMatrix: weights that turn a spectrum into bands of the mel scale.</summary>
[Defines("MelWeightMatrix")]
internal sealed class MelWeightMatrixOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension bins = c.Elements(0) is [var count] ? count.ToDimension() : Dimension.Unknown;
        Dimension spectrum = c.Elements(1) is [{ Number: { } length }] ? Dims.Of((length / 2) + 1) : Dimension.Unknown;
        c.Set(0, c.ElementTypeOf("output_datatype", ElementType.Float), new Shape(spectrum, bins));
    }
}
