using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SHAPE → Shape, cast to the integer type of the result.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Shape)]
[OpHandler(TfLiteOps.CustomDomain, "FlexShape")]
internal sealed class ShapeHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Cast(op.Emit.Shape(op.Raw(0)), op.OutputType(0)));
}
