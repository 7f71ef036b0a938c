
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The operators of TensorFlow 1 that loops and branches were made of.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSwitch", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMerge", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEnter", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexExit", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNextIteration", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLoopCond", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRefSwitch", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRefMerge", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRefEnter", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRefExit", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRefNextIteration", Restrictions = "refused: " + ControlFlowV1Handler.Reason)]
internal sealed class ControlFlowV1Handler() : RefusedHandler(Reason)
{
    internal const string Reason = "it sends tensors around in a graph with cycles, which ONNX graphs have not; convert the model with control flow v2";
}
