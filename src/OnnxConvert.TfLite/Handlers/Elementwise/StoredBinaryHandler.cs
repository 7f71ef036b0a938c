using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator of two inputs that picks elements as they are stored: TFLite compares the integers of quantized tensors, whatever their scales.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class StoredBinaryHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) =>
        op.StoredResult(0, op.Emit.Binary(onnxOp, op.Stored(0, 0, 1), op.Stored(1, 0, 1)), 0, 1);
}
