using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANK → a constant where the rank is known, else Shape and Size.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rank)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRank")]
internal sealed class RankHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Shape(0) is { } shape
        ? op.Emit.Const(shape.Rank, op.OutputType(0))
        : op.Emit.Cast(op.Emit.Node("Size", [op.Emit.Node("Shape", [op.Raw(0)])]), op.OutputType(0)));
}
