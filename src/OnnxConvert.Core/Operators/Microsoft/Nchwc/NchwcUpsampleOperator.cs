using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Nchwc;

/// <summary>Upsample of channels in blocks, by whole factors.</summary>
[Defines("Upsample", Domains.MicrosoftNchwc)]
internal sealed class NchwcUpsampleOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft.nchwc|Upsample|1||X:T:float:|Y:T:float:|coordinate_transformation_mode:string=asymmetric;mode:string=nearest;scales:ints
        """;

    public override void Infer(InferenceCall c)
    {
        Shape? shape = c.Shape(0) is { } x && c.Ints("scales") is { } scales && scales.Length == x.Rank
            ? new Shape(x.Zip(scales, (d, scale) => scale > 0 ? Dims.Multiply(d, scale) : Dimension.Unknown))
            : null;
        c.Set(0, c.Type(0), shape);
    }
}
