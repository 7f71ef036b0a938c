using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>Finds the types of all values, which the format must state.</summary>
internal static class ValueTypes
{
    public static void Infer(Model model) => ShapeInference.Infer(model);
}
