using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>A simple recurrent cell of one input and two units, as inputs of an operator and by its definition.</summary>
internal static class RnnReference
{
    private static readonly float[] Weights = [1, 0.5f];
    private static readonly float[] Recurrent = [0.5f, 0, 1, -1];
    private static readonly float[] Bias = [0.25f, -0.25f];

    public static SourceBuilder Cell(this SourceBuilder source) =>
        source.Constant(Weights, [2, 1]).Constant(Recurrent, [2, 2]).Constant(Bias).State(ElementType.Float, [1, 2]);

    /// <summary>The states behind all steps, from a state of zero.</summary>
    public static float[] Run(float[] sequence, int activation)
    {
        var results = new List<float>();
        float[] state = [0, 0];
        foreach (float x in sequence)
        {
            state = [.. Enumerable.Range(0, 2).Select(i => Apply(activation, (Weights[i] * x) + (Recurrent[2 * i] * state[0]) + (Recurrent[(2 * i) + 1] * state[1]) + Bias[i]))];
            results.AddRange(state);
        }

        return [.. results];
    }

    private static float Apply(int activation, float v) => activation switch
    {
        1 => MathF.Max(v, 0),
        2 => Math.Clamp(v, -1, 1),
        3 => Math.Clamp(v, 0, 6),
        4 => MathF.Tanh(v),
        5 => float.IsNegative(v) ? 1 : 0,
        _ => v,
    };
}
