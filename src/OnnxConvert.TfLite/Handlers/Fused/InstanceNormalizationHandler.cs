using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>InstanceNormalization: each channel of each image by itself. Inputs tensor (N, H, W, C), scale (C), shift (C).</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.InstanceNormalization)]
internal sealed class InstanceNormalizationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value y = op.Emit.Node("InstanceNormalization", [op.Emit.ToChannelsFirst(op.Real(0)), op.Real(1), op.Real(2)], new NodeAttribute("epsilon", op.Float("epsilon")));
        op.Result(0, op.Emit.ToChannelsLast(y));
    }
}
