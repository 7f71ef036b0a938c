using OnnxConvert.Operators.Elementwise;

namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>Operators on each element that ONNX tried and gave up, and that ONNX Runtime has up to opset 9.</summary>
internal abstract class LegacyUnaryOperator : UnaryOperator
{
    /// <summary>The attributes, as a schema lists them.</summary>
    private protected abstract string AttributeList { get; }

    private protected override string OwnSchemas => $"""
        |{Name}|1||{First}:T:float16/float/double:|{Result}:T:float16/float/double:|{AttributeList}
        |{Name}|10|deprecated|||
        """;

    private protected virtual string First => "input";

    private protected virtual string Result => "output";
}

/// <summary>Affine: alpha * x + beta.</summary>
[Defines("Affine")]
internal sealed class AffineOperator : LegacyUnaryOperator
{
    private protected override string AttributeList => "alpha:float=1;beta:float=0";

    private protected override string First => "X";

    private protected override string Result => "Y";
}

/// <summary>ParametricSoftplus: alpha * ln(e^(beta * x) + 1).</summary>
[Defines("ParametricSoftplus")]
internal sealed class ParametricSoftplusOperator : LegacyUnaryOperator
{
    private protected override string AttributeList => "alpha:float;beta:float";

    private protected override string First => "X";

    private protected override string Result => "Y";
}

/// <summary>ScaledTanh: alpha * tanh(beta * x).</summary>
[Defines("ScaledTanh")]
internal sealed class ScaledTanhOperator : LegacyUnaryOperator
{
    private protected override string AttributeList => "alpha:float;beta:float";
}

/// <summary>Scale: scale * x.</summary>
[Defines("Scale")]
internal sealed class ScaleOperator : LegacyUnaryOperator
{
    private protected override string AttributeList => "scale:float=1";
}
