
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A part of a model that was compiled for an accelerator: Coral's Edge TPU, Arm's Ethos-U, the NPUs of Qualcomm, MediaTek, Google and others.</summary>
[OpHandler(TfLiteOps.CustomDomain, "edgetpu-custom-op", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "edgetpu-custom-op-v2", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "ethos-u", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "DISPATCH_OP", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "NPU_OP", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "qnn_context_binary", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "MTKEXT_CONV_2D", Restrictions = "refused: " + AcceleratorHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "NeuropilotCustomOp", Restrictions = "refused: " + AcceleratorHandler.Reason)]
internal sealed class AcceleratorHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it holds a program that was compiled for one accelerator, and nothing of what it computes; convert the TFLite file from before that compilation";
}
