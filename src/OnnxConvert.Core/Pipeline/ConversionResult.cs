using OnnxConvert.Ir;

namespace OnnxConvert;

/// <summary>A finished conversion: the ONNX model and the report of how it came about.</summary>
public sealed class ConversionResult
{
    internal ConversionResult(Model model, ConversionReport report)
    {
        Model = model;
        Report = report;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What became of each operator, which rules fired, and what was approximated.</summary>
    public ConversionReport Report { get; }
}
