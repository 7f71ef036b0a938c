
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's operators of a step of training.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexApplyAdam", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexApplyGradientDescent", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexApplyMomentum", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexApplyRMSProp", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexApplyAdagrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyAdam", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyGradientDescent", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyMomentum", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyKerasMomentum", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyRMSProp", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyAdagrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResourceApplyAdagradV2", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexConv2DBackpropFilter", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexConv3DBackpropFilterV2", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDepthwiseConv2dNativeBackpropFilter", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNormGrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNormGradV2", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFusedBatchNormGradV3", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMaxPoolGrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMaxPoolGradV2", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAvgPoolGrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeBilinearGrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeNearestNeighborGrad", Restrictions = "refused: " + TrainingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBroadcastGradientArgs", Restrictions = "refused: " + TrainingHandler.Reason)]
internal sealed class TrainingHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it is a part of a step of training; convert a signature that infers (--signature)";
}
