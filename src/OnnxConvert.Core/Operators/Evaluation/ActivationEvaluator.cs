using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Activation functions, with ONNX's defaults for their parameters.</summary>
internal static class ActivationEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => Elementwise.Map(context[0], Function(context), null);

    private static Func<double, double>? Function(EvaluationContext context)
    {
        double alpha = context.Attributes.Float("alpha", context.Node.OpType switch
        {
            "Elu" => 1,
            "LeakyRelu" => 0.01f,
            _ => 0.2f,
        });
        double beta = context.Attributes.Float("beta", 0.5f);
        return context.Node.OpType switch
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
