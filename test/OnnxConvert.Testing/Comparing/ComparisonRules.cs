namespace OnnxConvert.Testing.Comparing;

/// <summary>When a computed output counts as equal to the recorded one.</summary>
public sealed record ComparisonRules
{
    public static readonly ComparisonRules Default = new();

    /// <summary>
    /// For models with float activations and integer weights, whose activations TFLite quantizes on the way.
    /// </summary>
    public static readonly ComparisonRules Hybrid = new() { RelativeToAbsMax = 0.03 };

    public double RelativeToAbsMax { get; init; } = 1e-4;

    public double Absolute { get; init; } = 1e-5;

    /// <summary>For quantized integers against quantized integers: how many steps they may differ.</summary>
    public double QuantizedSteps { get; init; } = 1;

    /// <summary>Whether a float output may stand for a quantized one: the model was asked to be dequantized.</summary>
    public bool AllowsDequantized { get; init; }

    /// <summary>For a float output that stands for a quantized one (a dequantized model): how many steps it may differ.</summary>
    public double DequantizedSteps { get; init; } = 3;

    /// <summary>The step of the quantized tensor that a float output was made of in TFLite, which a dequantized model does not round to; 0 for none.</summary>
    public double FloatStep { get; init; }

    /// <summary>A case's own bounds in numpy's sense (atol + rtol·|expected|), in place of the ones above.</summary>
    public (double Relative, double Absolute)? PerElement { get; init; }

    /// <summary>Values are clipped to ± this before they are compared.</summary>
    public double ClipTo { get; init; } = double.PositiveInfinity;

    public bool CheckValue { get; init; } = true;

    public bool CheckShape { get; init; } = true;

    public bool CheckType { get; init; } = true;
}
