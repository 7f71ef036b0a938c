
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Searches for the most probable sequence.</summary>
[OpHandler(TfLiteOps.CustomDomain, "CTCBeamSearchDecoder", Restrictions = "refused: " + BeamSearchHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCTCBeamSearchDecoder", Restrictions = "refused: " + BeamSearchHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCTCBeamSearchDecoderV2", Restrictions = "refused: " + BeamSearchHandler.Reason)]
internal sealed class BeamSearchHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it keeps a changing set of sequences while it searches, for which ONNX has no operator; end the model before it (--outputs), and search in its inputs";
}
