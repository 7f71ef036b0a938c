
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The operators of TFLite Micro's audio front end that are defined by its fixed-point arithmetic.</summary>
[OpHandler(TfLiteOps.CustomDomain, "SignalRfft", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalIrfft", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalFftAutoScale", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalFilterBankSquareRoot", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalFilterBankSpectralSubtraction", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalFilterBankLog", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalPCAN", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalFramer", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalOverlapAdd", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "SignalStacker", Restrictions = "refused: " + AudioFrontEndHandler.Reason)]
internal sealed class AudioFrontEndHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it belongs to TFLite Micro's audio front end, which rounds to few bits in each stage of its transform and behind it, for which ONNX has no operators; compute the features as the device does, and feed them";
}
