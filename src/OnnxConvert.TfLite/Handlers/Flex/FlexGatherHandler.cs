using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Gather and GatherV2 → as GATHER; the axis is an input of the second one.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexGather", Restrictions = "the axis must be constant; batch_dims needs opset 12")]
[OpHandler(TfLiteOps.CustomDomain, "FlexGatherV2", Restrictions = "the axis must be constant; batch_dims needs opset 12")]
internal sealed class FlexGatherHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.HasInput(2) ? op.Axis(op.RequireInts(2, "the axis")[0], op.Rank(0)) : 0;
        GatherHandler.Convert(op, axis);
    }
}
