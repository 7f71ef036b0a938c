
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's queues, stacks, files and other things outside of the graph.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFIFOQueueV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPaddingFIFOQueueV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueEnqueueV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueEnqueueManyV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueDequeueV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueDequeueManyV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueSizeV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQueueCloseV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStackV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStackPushV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStackPopV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStackCloseV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayReadV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayWriteV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayGatherV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayScatterV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArraySizeV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorArrayCloseV3", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSave", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSaveV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRestore", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRestoreV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMergeV2Checkpoints", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexShardedFilename", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexGetSessionHandleV2", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexGetSessionTensor", Restrictions = "refused: " + ResourceHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTimestamp", Restrictions = "refused: " + ResourceHandler.Reason)]
internal sealed class ResourceHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it works on something outside of the graph (a queue, a file, a session), of which ONNX knows nothing";
}
