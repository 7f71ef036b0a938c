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
        OtherScale,
        LastAxis,
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

    [TestCase(-1000)]
    [TestCase(1000)]
    [TestCase(0)]
    [TestCase(float.MinValue)]
    public void Takes_other_values_for_what_is_hidden(float value) => With(12, t => Layer(t, Words(t), Mask(t), filter: value)).Leaves(Extended, Fused);

    [Test]
    public void Takes_a_mask_of_int32_as_it_is() =>
        With(12, t => Layer(t, Words(t), Mask(t, Symbols, ElementType.Int32))).Leaves(Extended, [.. Fused.Where(type => type != "Cast")]);

    // ONNX Runtime fuses this, and hides what is seen in part.
    [Test]
    public void Keeps_a_mask_of_floats() =>
        With(12, t => Layer(t, Words(t), Mask(t, Symbols, ElementType.Float))).LeavesHere(Extended, [.. Parts.Where(type => type != "Cast")]);

    private static Value Words(LevelTest t, Dimension[]? sizes = null) => t.Node("Gather", [t.Weights(10, Hidden), t.Input(sizes ?? Symbols, ElementType.Int64)]);

    [TestCase(11, true, true)]
    [TestCase(12, true, true)]
    [TestCase(12, true, false)]
    [TestCase(12, false, true)]
    [TestCase(12, false, false)]
    public void Recognises_embeddings(int opset, bool hasSegments, bool counts) => With(opset, t => Layer(t, Embed(t, hasSegments ? Symbols : null, counts ? Range : NonZero), Mask(t)))
        .Leaves(Extended, ["Attention", .. Enumerable.Repeat("Cast", hasSegments ? 3 : 2), "EmbedLayerNormalization", "MatMul", "SkipLayerNormalization"]);

    [Test]
    public void Recognises_a_model_of_two_layers([Values] bool hasSegments) => With(12, t =>
    {
        Value mask = Mask(t);
        return Layer(t, Layer(t, Embed(t, hasSegments ? Symbols : null, Range), mask, normalizes: false), mask);
    }).Leaves(
        Extended,
        ["Attention", "Attention", .. Enumerable.Repeat("Cast", hasSegments ? 3 : 2), "EmbedLayerNormalization", "MatMul", "MatMul", "SkipLayerNormalization", "SkipLayerNormalization"]);

    [Test]
    public void Recognises_positions_expanded_to_joined_sizes() => With(12, t => Layer(t, Embed(t, Symbols, JoinedRange), Mask(t)))
        .Leaves(Extended, "Attention", "Cast", "Cast", "Cast", "EmbedLayerNormalization", "MatMul", "SkipLayerNormalization");

    [Test]
    public void Keeps_positions_from_elsewhere([Values] bool slices) => With(12, t => Layer(t, Embed(t, Symbols, slices ? Slice : LateRange), Mask(t))).LeavesSame(Extended);

    [Test]
    public void Keeps_embeddings_that_are_read_elsewhere() => With(12, t =>
    {
        Value x = Embed(t, Symbols, Range);
        t.Output(x.Producer!.Inputs[0]!);
        return Layer(t, x, Mask(t));
    }).LeavesSame(Extended);

    [Test]
    public void Keeps_embeddings_without_attention() => With(12, t => NormalizationTests.LayerNorm(t, Embed(t, Symbols, Range))).LeavesSame(Extended);

    [Test]
    public void Loads_from_the_ORT_format([Values] bool hasSegments)
    {
        LevelTest test = With(12, t => Layer(t, Embed(t, hasSegments ? Symbols : null, Range), Mask(t)));
        byte[] file = test.Model.ToOrt(new OrtOptions { OptimizationLevel = Extended }).ToBytes();
        Assert.That(() => StockRuntime.Check(file), Throws.Nothing);
    }

    /// <summary>Words, positions and, where they have sizes, segments.</summary>
    private static Value Embed(LevelTest t, Dimension[]? segments, Func<LevelTest, Value, Value> positions)
    {
        Value ids = t.Input(Symbols, ElementType.Int64);
        Value sum = t.Node("Add", [t.Node("Gather", [t.Weights(10, Hidden), ids]), t.Node("Gather", [t.Weights(5, Hidden), positions(t, ids)])]);
        return segments is null ? sum : t.Node("Add", [sum, t.Node("Gather", [t.Weights(2, Hidden), t.Input(segments, ElementType.Int64)])]);
    }

    private static Value Range(LevelTest t, Value ids) => Range(t, ids, 0);

    private static Value LateRange(LevelTest t, Value ids) => Range(t, ids, 1);

    private static Value Range(LevelTest t, Value ids, long start) =>
        Expand(t, t.Node("Range", [t.Const(TensorData.Scalar(start)), start == 0 ? Length(t, ids) : t.Node("Add", [Length(t, ids), t.Const(TensorData.Scalar(start))]), t.Const(TensorData.Scalar(1L))]), ids);

    private static Value JoinedRange(LevelTest t, Value ids)
    {
        Value length = Length(t, ids), batch = t.Node("Gather", [t.Node("Shape", [ids]), t.Const(TensorData.Scalar(0L))]);
        Value row = t.Unsqueeze(t.Node("Range", [t.Const(TensorData.Scalar(0L)), length, t.Const(TensorData.Scalar(1L))]), 0);
        return t.Node("Expand", [row, t.Node("Concat", [t.Unsqueeze(batch, 0), t.Unsqueeze(length, 0)], new NodeAttribute("axis", 0L))]);
    }

    private static Value NonZero(LevelTest t, Value ids)
    {
        Value ones = t.Node("ConstantOfShape", [t.Unsqueeze(Length(t, ids), 0)], new NodeAttribute("value", TensorData.Vector(1L)));
        return Expand(t, t.Node("Squeeze", [t.Node("Transpose", [t.Node("NonZero", [ones])], new NodeAttribute("perm", [1, 0]))], new NodeAttribute("axes", [1])), ids);
    }

    private static Value Slice(LevelTest t, Value ids) =>
        t.Node("Slice", [t.Const(TensorData.Create<long>([0, 1, 2, 3, 4], [1, 5])), t.Ints(0), t.Unsqueeze(Length(t, ids), 0), t.Ints(1)]);

    private static Value Length(LevelTest t, Value ids) => t.Node("Gather", [t.Node("Shape", [ids]), t.Const(TensorData.Scalar(1L))]);

    private static Value Expand(LevelTest t, Value row, Value ids) => t.Node("Expand", [t.Unsqueeze(row, 0), t.Node("Shape", [ids])]);

    /// <summary>(1 - mask)·-10000, still to be multiplied.</summary>
    private static Value Mask(LevelTest t, Dimension[]? sizes = null, ElementType type = ElementType.Int64)
    {
        Value seen = t.Unsqueeze(t.Unsqueeze(t.Input(sizes ?? Symbols, type), 1), 2);
        return t.Node("Sub", [t.Number(1), t.Node("Cast", [seen], new NodeAttribute("to", 1L))]);
    }

    /// <summary>Normalization, attention, sum, and a normalization again, which is that of the next layer where there is one.</summary>
    private static Value Layer(LevelTest t, Value x, Value mask, Variant variant = Variant.None, bool normalizes = true, float filter = -10000)
    {
        Value norm = NormalizationTests.LayerNorm(t, x);
        if (variant == Variant.NormalizationRead)
            t.Output(norm);
        long length = variant == Variant.LengthInferred ? -1 : 0;
        Value q = Project(t, norm, length, 0, 2, 1, 3), k = Project(t, norm, length, 0, 2, 3, 1), v = Project(t, norm, length, 0, 2, 1, 3);
        Value scores = t.Node("Div", [t.Node("MatMul", [q, k]), t.Number(variant == Variant.OtherScale ? 3 : MathF.Sqrt(HeadSize))]);
        Value hidden = t.Node("Mul", [mask, t.Number(filter)]);
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
