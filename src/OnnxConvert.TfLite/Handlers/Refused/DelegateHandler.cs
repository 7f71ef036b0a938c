
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DELEGATE: a part of the graph that an accelerator's driver took over when a program ran it.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Delegate, Restrictions = "refused: it stands for what an accelerator compiled, of which the file says nothing")]
internal sealed class DelegateHandler() : RefusedHandler("it stands for what an accelerator compiled, of which the file says nothing");
