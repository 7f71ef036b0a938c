using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Normalizations, dropout and losses.</summary>
internal static class NormalizationInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(
            static c => c.Set(0, c.Type(0), c.Shape(0)),
            "InstanceNormalization", "GroupNormalization", "LpNormalization", "MeanVarianceNormalization");
        table.Add(static c => c.Set(0, c.Type(1), c.Shape(0)), "RMSNormalization");
        table.Add(BatchNormalization, "BatchNormalization");
        table.Add(LayerNormalization, "LayerNormalization");
        table.Add(Dropout, "Dropout");
        table.Add(Loss, "NegativeLogLikelihoodLoss", "SoftmaxCrossEntropyLoss");
    }

    private static void BatchNormalization(InferenceContext c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        for (int i = 1; i < c.OutputCount; i++)
            c.Set(i, c.Type(3), c.Shape(3));
    }

    private static void LayerNormalization(InferenceContext c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
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

    private static void Dropout(InferenceContext c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(1, c.Opset < 10 ? c.Type(0) : ElementType.Bool, c.Shape(0));
    }

    private static void Loss(InferenceContext c)
    {
        ElementType type = c.Type(0);
        c.Set(0, type, c.String("reduction", "mean") == "none" ? c.Shape(1) : Shape.Scalar);
        c.Set(1, type, c.Shape(0));
    }
}
