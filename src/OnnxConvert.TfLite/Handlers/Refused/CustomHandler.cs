
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CUSTOM: a custom operator whose name the file leaves out; those with a name go by it.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Custom, Restrictions = "refused: a custom operator without a name says nothing of what it computes")]
internal sealed class CustomHandler() : RefusedHandler("a custom operator without a name says nothing of what it computes");
