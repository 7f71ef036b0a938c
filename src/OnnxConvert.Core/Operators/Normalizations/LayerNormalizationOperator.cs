using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>LayerNormalization: by mean and variance of the dimensions from an axis on.</summary>
[Defines("LayerNormalization")]
internal sealed class LayerNormalizationOperator : OperatorDefinition
{
    // ONNX Runtime has it in older opsets as well.
    private protected override string OwnSchemas => """
        |LayerNormalization|1||X:T:float16/float/double/bfloat16:;Scale:V:float16/float/double/bfloat16:;B:V:float16/float/double/bfloat16:?|Y:V:float16/float/double/bfloat16:;Mean:U:float/double:?;InvStdDev:U:float/double:?|axis:int=-1;epsilon:float=1e-05;stash_type:int=1
        """;

    // There the scale may have another type than the data, and decides.
    public override void Infer(InferenceCall c) => Infer(c, c.Opset < 17 ? c.Type(1) : c.Type(0));

    /// <summary>The result, and the statistics, of which there is one for each part that is normalized.</summary>
    internal static void Infer(InferenceCall c, ElementType result)
    {
        c.Set(0, result, c.Shape(0));
        Shape? statistics = null;
        if (c.Shape(0) is { } x)
        {
            int axis = c.Axis(c.Int("axis", -1), x.Rank);
            statistics = new Shape(x.Select((d, i) => i < axis ? d : 1));
        }

        ElementType type = c.ElementTypeOf("stash_type", ElementType.Float);
        c.Set(1, type, statistics);
        c.Set(2, type, statistics);
    }
}
