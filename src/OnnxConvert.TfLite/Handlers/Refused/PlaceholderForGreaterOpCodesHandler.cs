
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PLACEHOLDER_FOR_GREATER_OP_CODES: the sign in old files that the code stands in a wider field.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.PlaceholderForGreaterOpCodes, Restrictions = "refused: it is a sign for a code above 127, which the file leaves out")]
internal sealed class PlaceholderForGreaterOpCodesHandler() : RefusedHandler("it is a sign for a code above 127, which the file leaves out");
