using OnnxConvert.Ir;
using OnnxConvert.Operators.Elementwise;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Activations;

/// <summary>Activation functions, with ONNX's defaults for their parameters.</summary>
[Defines("Sigmoid"), Defines("Tanh"), Defines("Softplus"), Defines("Softsign"), Defines("Elu"), Defines("LeakyRelu"), Defines("HardSigmoid")]
[Defines("HardSwish")]
internal sealed class ActivationOperator : UnaryOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c) => ElementOperations.Map(c[0], Function(c), null);

    private static Func<double, double>? Function(EvaluationCall c)
    {
        double alpha = c.Attributes.Float("alpha", c.OpType switch
        {
            "Elu" => 1,
            "LeakyRelu" => 0.01f,
            _ => 0.2f,
        });
        double beta = c.Attributes.Float("beta", 0.5f);
        return c.OpType switch
        {
            "Sigmoid" => value => 1 / (1 + Math.Exp(-value)),
            "Tanh" => Math.Tanh,
            "Softplus" => value => Math.Max(value, 0) + Math.Log(1 + Math.Exp(-Math.Abs(value))),
            "Softsign" => value => value / (1 + Math.Abs(value)),
            "Elu" => value => value < 0 ? alpha * (Math.Exp(value) - 1) : value,
            "LeakyRelu" => value => value < 0 ? alpha * value : value,
            "HardSigmoid" => value => Math.Clamp((alpha * value) + beta, 0, 1),
            "HardSwish" => value => value * Math.Clamp((value / 6) + 0.5, 0, 1),
            _ => null,
        };
    }
}
