
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's readers and writers of file formats.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeJpeg", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeAndCropJpeg", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodePng", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeBmp", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeGif", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeImage", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEncodeJpeg", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEncodeJpegVariableQuality", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEncodePng", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeWav", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEncodeWav", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeRaw", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDecodeCSV", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParseExample", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParseExampleV2", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParseSingleExample", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParseSequenceExample", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParseSequenceExampleV2", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "ParseExample", Restrictions = "refused: " + FileFormatHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "ParseExampleV2", Restrictions = "refused: " + FileFormatHandler.Reason)]
internal sealed class FileFormatHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it reads or writes a file format; do that before or behind the model, and feed the numbers";
}
