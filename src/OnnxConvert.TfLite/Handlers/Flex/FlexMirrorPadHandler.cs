using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MirrorPad → as MIRROR_PAD.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMirrorPad", Restrictions = "SYMMETRIC by constant amounts needs known sizes")]
internal sealed class FlexMirrorPadHandler : IOpHandler
{
    public void Convert(OpContext op) => MirrorPadHandler.Convert(op, op.Text("mode") == "SYMMETRIC");
}
