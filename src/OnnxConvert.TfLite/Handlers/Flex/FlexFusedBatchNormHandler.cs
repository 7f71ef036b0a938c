using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's FusedBatchNorm of inference → BatchNormalization. Inputs tensor (N, spatial..., C) or (N, C, spatial...), scale, offset, mean and variance (C).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNorm", Restrictions = "inference only")]
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNormV2", Restrictions = "inference only")]
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNormV3", Restrictions = "inference only")]
internal sealed class FlexFusedBatchNormHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.Node.Attributes.Int("is_training", 1) != 0)
            throw op.NotSupported("is set to training, where mean and variance are those of the batch; export the model for inference");
        int rank = op.Rank(0);
        Value x = op.ToChannelsFirst(op.Real(0), rank);
        var epsilon = new NodeAttribute("epsilon", op.Node.Attributes.Float("epsilon", 1e-4f));
        Value y = op.Emit.Node("BatchNormalization", [x, op.Real(1), op.Real(2), op.Real(3), op.Real(4)], epsilon);
        op.Result(0, op.FromChannelsFirst(y, rank));
        // What training reads besides: the statistics as they are, once as such and once for the gradient.
        for (int i = 1; i < op.OutputCount; i++)
            op.Result(i, op.Emit.Identity(op.Real(i % 2 == 1 ? 3 : 4)));
    }
}
