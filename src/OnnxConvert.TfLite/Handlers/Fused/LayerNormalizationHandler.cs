using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LayerNormalization and RMSNormalization over the last dimension. Inputs tensor, scale (C), shift (C) or none.</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.LayerNormalization, MinOpset = 17)]
[OpHandler(TfLiteOps.FusedDomain, FusedOps.RmsNormalization, MinOpset = 23)]
internal sealed class LayerNormalizationHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Node(
        op.Node.OpType,
        [op.Real(0), op.Real(1), op.OptionalReal(2)],
        new NodeAttribute("axis", -1L),
        new NodeAttribute("epsilon", op.Float("epsilon"))));
}
