
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringLower → StringNormalizer: letters in lower case.</summary>
/// <remarks>StringNormalizer: 10.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringLower", MinOpset = 10)]
internal sealed class FlexStringLowerHandler() : StringCaseHandler("LOWER");
