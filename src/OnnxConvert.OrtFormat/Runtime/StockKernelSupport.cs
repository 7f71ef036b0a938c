using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>The CPU kernels of the newest stock build of ONNX Runtime that is known here, for <see cref="Conversion.WithKernels"/>.</summary>
public sealed class StockKernelSupport : IKernelSupport
{
    /// <inheritdoc/>
    public bool Supports(string opType, ElementType type, int opset)
    {
        if (OperatorRegistry.Find(Domains.Onnx, opType, opset) is not { IsDeprecated: false } schema)
            return false;
        if (StockKernels.Find(new OperatorVersion(Domains.Onnx, opType, schema.SinceVersion)) is not { } kernels)
            return false;
        // The data is the first input that may have several types; a condition or the like has one.
        OperatorParameter? data = schema.Inputs.FirstOrDefault(input => input.AllowedTypes.Count > 1);
        string name = $"tensor({type.OnnxName()})";
        return data is null || (data.Allows(name) && (!kernels.TryGetValue(data.TypeVariable ?? data.Name, out var types) || types.Contains(name)));
    }
}
