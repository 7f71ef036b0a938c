using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BatchNormWithGlobalNormalization → BatchNormalization. Inputs tensor (N, H, W, C), mean, variance, offset, scale (C), which is used where scale_after_normalization is set.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchNormWithGlobalNormalization")]
internal sealed class FlexBatchNormHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value scale = op.Flag("scale_after_normalization") ? op.Real(4) : emit.Expand(emit.Const(1f), emit.Shape(op.Real(1)));
        var epsilon = new NodeAttribute("epsilon", op.Float("variance_epsilon"));
        Value y = emit.Node("BatchNormalization", [emit.ToChannelsFirst(op.Real(0)), scale, op.Real(3), op.Real(1), op.Real(2)], epsilon);
        op.Result(0, emit.ToChannelsLast(y));
    }
}
