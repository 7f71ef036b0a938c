using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Attention: queries (B, H, S, D), keys (B, H, T, D) and values (B, H, T, E), and a mask that is added to the scaled scores, or none.</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.Attention, MinOpset = 23)]
internal sealed class AttentionHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Node("Attention", [op.Real(0), op.Real(1), op.Real(2), op.OptionalReal(3)], new NodeAttribute("scale", op.Float("scale"))));
}
