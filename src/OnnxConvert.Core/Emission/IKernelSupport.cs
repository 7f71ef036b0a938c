using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

/// <summary>Says which kernels the runtime has that a model is written for. Where one is missing, the emitter computes in a wider type, and casts the result back.</summary>
public interface IKernelSupport
{
    /// <summary>Whether an operator of ONNX's own domain is computed in an element type.</summary>
    /// <param name="opType">The operator's name.</param>
    /// <param name="type">The type of its data.</param>
    /// <param name="opset">The opset that is written.</param>
    bool Supports(string opType, ElementType type, int opset);
}
