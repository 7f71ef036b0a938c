using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TILE → Tile: repeats the tensor along each dimension.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Tile)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTile")]
internal sealed class TileHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Tile(op.Raw(0), op.Declared(1)));
}
