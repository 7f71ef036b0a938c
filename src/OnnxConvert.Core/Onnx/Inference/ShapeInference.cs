using OnnxConvert.Ir;

namespace OnnxConvert.Onnx.Inference;

internal static class ShapeInference
{
    internal static void InferNode(Node node, int opset)
    {
        _ = node;
        _ = opset;
    }
}
