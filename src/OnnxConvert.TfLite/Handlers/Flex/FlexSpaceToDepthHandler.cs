using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SpaceToDepth → as SPACE_TO_DEPTH.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSpaceToDepth", Restrictions = "channels last")]
internal sealed class FlexSpaceToDepthHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.HasChannelsFirst())
            throw op.NotSupported($"the data format is {op.Text("data_format")}; NHWC is covered");
        op.TryHandler(TfLiteOps.Domain, TfLiteOps.SpaceToDepth);
    }
}
