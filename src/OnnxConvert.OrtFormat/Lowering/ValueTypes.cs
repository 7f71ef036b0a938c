using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>Finds the types of all values, which the format must state.</summary>
internal static class ValueTypes
{
    /// <param name="model">The model.</param>
    /// <param name="warnings">Receives declared shapes that contradict what is computed.</param>
    public static void Infer(Model model, ICollection<string> warnings) => ShapeInference.Infer(model, warnings);
}
