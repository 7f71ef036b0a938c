using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DepthToSpace → as DEPTH_TO_SPACE.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDepthToSpace", Restrictions = "channels last")]
internal sealed class FlexDepthToSpaceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.HasChannelsFirst())
            throw op.NotSupported($"the data format is {op.Text("data_format")}; NHWC is covered");
        op.TryHandler(TfLiteOps.Domain, TfLiteOps.DepthToSpace);
    }
}
