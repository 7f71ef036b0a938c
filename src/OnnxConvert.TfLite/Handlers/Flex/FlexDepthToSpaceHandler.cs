
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DepthToSpace → as DEPTH_TO_SPACE.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDepthToSpace", Restrictions = "channels last")]
internal sealed class FlexDepthToSpaceHandler() : FlexBlockHandler(TfLiteOps.DepthToSpace);
