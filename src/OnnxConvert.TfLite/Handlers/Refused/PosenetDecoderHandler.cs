
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Coral's decoder of poses.</summary>
[OpHandler(TfLiteOps.CustomDomain, "PosenetDecoderOp", Restrictions = "refused: " + PosenetDecoderHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "PosenetDecoder", Restrictions = "refused: " + PosenetDecoderHandler.Reason)]
internal sealed class PosenetDecoderHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it follows the limbs of each person from one peak of the heat maps to the next in the order of a queue; end the model before it (--outputs), and decode its inputs";
}
