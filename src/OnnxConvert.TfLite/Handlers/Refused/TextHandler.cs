
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's operators on the characters of texts.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringLength", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStringStrip", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSubstr", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRegexReplace", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStaticRegexReplace", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexReduceJoin", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStringFormat", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnicodeDecode", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnicodeDecodeWithOffsets", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnicodeEncode", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnicodeTranscode", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEncodeBase64", Restrictions = "refused: " + TextHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeBase64", Restrictions = "refused: " + TextHandler.Reason)]
internal sealed class TextHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it works on the characters of texts, for which ONNX has no operator; do that before or behind the model";
}
