
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringUpper → StringNormalizer: letters in upper case.</summary>
/// <remarks>StringNormalizer: 10.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringUpper", MinOpset = 10)]
internal sealed class FlexStringUpperHandler() : StringCaseHandler("UPPER");
