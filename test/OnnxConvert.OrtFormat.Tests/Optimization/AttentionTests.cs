using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>Embeddings and self-attention in the form of BERT, at opset 12 if not said otherwise.</summary>
public class AttentionTests
{
    private const int Heads = 2, HeadSize = 4, Hidden = Heads * HeadSize;

    private static readonly Dimension[] Symbols = ["batch", "length"];

    private static readonly string[] Parts =
    [
        "Add", "Add", "Add", "Add", "Cast", "FusedMatMul", "Gather", "LayerNormalization", "MatMul", "MatMul", "MatMul", "MatMul", "MatMul", "Mul",
        "Reshape", "Reshape", "Reshape", "Reshape", "SkipLayerNormalization", "Softmax", "Sub", "Transpose", "Transpose", "Transpose", "Transpose", "Unsqueeze", "Unsqueeze",
    ];

    private static readonly string[] Fused = ["Attention", "Cast", "Gather", "LayerNormalization", "MatMul", "SkipLayerNormalization"];

    /// <summary>What a test changes in the usual form of attention.</summary>
    public enum Variant
    {
        None,
        LengthInferred,
        ResidualFirst,
        MaskFirst,
        OtherMask,
        OtherScale,
        LastAxis,
        KeyAsQuery,
        ProbabilitiesRead,
        NormalizationRead,
    }

    [TestCase(11, Variant.None)]
    [TestCase(12, Variant.None)]
    [TestCase(12, Variant.LengthInferred)]
    [TestCase(12, Variant.NormalizationRead)]
    public void Recognises_attention(int opset, Variant variant) => With(opset, t => Layer(t, Words(t), Mask(t), variant)).Leaves(Extended, Fused);

    [TestCase(13, Variant.None)]
    [TestCase(16, Variant.None)]
    [TestCase(12, Variant.ResidualFirst)]
    [TestCase(12, Variant.MaskFirst)]
    [TestCase(12, Variant.OtherMask)]
    [TestCase(12, Variant.OtherScale)]
    [TestCase(12, Variant.LastAxis)]
    [TestCase(12, Variant.ProbabilitiesRead)]
    public void Keeps_other_attention(int opset, Variant variant) => With(opset, t => Layer(t, Words(t), Mask(t), variant)).Leaves(Extended, Parts);

    [Test]
    public void Keeps_it_at_level_basic() => With(12, t => Layer(t, Words(t), Mask(t))).LeavesSame(Basic);

    // ONNX Runtime makes products of known sizes Gemms first.
    [Test]
    public void Keeps_it_where_all_sizes_are_known() => With(12, t => Layer(t, Words(t, [2, 3]), Mask(t, [2, 3]))).LeavesSame(Extended);

    [Test]
    public void Casts_the_mask_once_for_all_layers() => With(12, t =>
    {
        Value mask = Mask(t);
        return Layer(t, Layer(t, Words(t), mask, normalizes: false), mask);
    }).Leaves(Extended, "Attention", "Attention", "Cast", "Gather", "LayerNormalization", "MatMul", "MatMul", "SkipLayerNormalization", "SkipLayerNormalization");

    [Test]
    public void Takes_a_mask_of_int32_as_it_is() =>
        With(12, t => Layer(t, Words(t), Mask(t, Symbols, ElementType.Int32))).Leaves(Extended, [.. Fused.Where(type => type != "Cast")]);

    private static Value Words(LevelTest t, Dimension[]? sizes = null) => t.Node("Gather", [t.Weights(10, Hidden), t.Input(sizes ?? Symbols, ElementType.Int64)]);

    /// <summary>(1 - mask)·-10000, still to be multiplied.</summary>
    private static Value Mask(LevelTest t, Dimension[]? sizes = null, ElementType type = ElementType.Int64)
    {
        Value seen = t.Unsqueeze(t.Unsqueeze(t.Input(sizes ?? Symbols, type), 1), 2);
        return t.Node("Sub", [t.Number(1), t.Node("Cast", [seen], new NodeAttribute("to", 1L))]);
    }

    /// <summary>Normalization, attention, sum, and a normalization again, which is that of the next layer where there is one.</summary>
    private static Value Layer(LevelTest t, Value x, Value mask, Variant variant = Variant.None, bool normalizes = true)
    {
        Value norm = NormalizationTests.LayerNorm(t, x);
        if (variant == Variant.NormalizationRead)
            t.Output(norm);
        long length = variant == Variant.LengthInferred ? -1 : 0;
        Value q = Project(t, norm, length, 0, 2, 1, 3), k = Project(t, norm, length, 0, 2, 3, 1), v = Project(t, norm, length, 0, 2, 1, 3);
        Value scores = t.Node("Div", [t.Node("MatMul", [q, k]), t.Number(variant == Variant.OtherScale ? 3 : MathF.Sqrt(HeadSize))]);
        Value hidden = t.Node("Mul", [mask, t.Number(variant == Variant.OtherMask ? -1000 : -10000)]);
        Value probabilities = t.Node(
            "Softmax", [t.Node("Add", variant == Variant.MaskFirst ? [hidden, scores] : [scores, hidden])], new NodeAttribute("axis", variant == Variant.LastAxis ? -1L : 3));
        if (variant == Variant.ProbabilitiesRead)
            t.Output(probabilities);
        Value context = t.Node("Transpose", [t.Node("MatMul", [probabilities, v])], new NodeAttribute("perm", [0, 2, 1, 3]));
        Value output = Product(t, t.Node("Reshape", [context, t.Ints(0, 0, Hidden)]));
        Value sum = t.Node("Add", variant == Variant.ResidualFirst ? [norm, output] : [output, norm]);
        return normalizes ? NormalizationTests.LayerNorm(t, sum) : sum;
    }

    private static Value Project(LevelTest t, Value x, long length, params long[] permutation) =>
        t.Node("Transpose", [t.Node("Reshape", [Product(t, x), t.Ints(0, length, Heads, HeadSize)])], new NodeAttribute("perm", [.. permutation]));

    private static Value Product(LevelTest t, Value x) => t.Node("Add", [t.Node("MatMul", [x, t.Weights(Hidden, Hidden)]), t.Weights(Hidden)]);

    private static LevelTest With(int opset, Func<LevelTest, Value> build)
    {
        var test = new LevelTest(opset);
        return test.Output(build(test));
    }
}
