
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SpaceToDepth → as SPACE_TO_DEPTH.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSpaceToDepth", Restrictions = "channels last")]
internal sealed class FlexSpaceToDepthHandler() : FlexBlockHandler(TfLiteOps.SpaceToDepth);
