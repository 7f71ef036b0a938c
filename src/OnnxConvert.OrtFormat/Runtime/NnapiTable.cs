using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.Runtime.NodeRules;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>What ONNX Runtime's NNAPI execution provider runs (the operator builders of its source, and nnapi_supported_ops.md).</summary>
internal static class NnapiTable
{
    private static readonly NodeRule Float = Type(0, ElementType.Float);
    private static readonly NodeRule FloatOrBytes = Type(0, ElementType.Float, ElementType.UInt8);
    private static readonly NodeRule[] Elementwise = [Type(0, ElementType.Float, ElementType.Int32), RankUpTo(4)];
    private static readonly NodeRule[] Unary = [Float];
    private static readonly NodeRule[] Quantized = [Type(0, ElementType.UInt8), Constant(1, "scales"), Constant(2, "zero points")];

    private static readonly NodeRule[] Pool =
    [
        FloatOrBytes, Rank(4), Attribute("count_include_pad", 0), Attribute("ceil_mode", 0), Attribute("storage_order", 0), AllOnes("dilations"), OneOutput("indices"),
    ];

    private static readonly Dictionary<string, NodeRule[]> Rules = new(StringComparer.Ordinal)
    {
        ["Abs"] = Unary,
        ["Add"] = Elementwise,
        ["AveragePool"] = Pool,
        ["BatchNormalization"] = [Float, RankUpTo(4), Constant(1, "parameters"), Constant(2, "parameters"), Constant(3, "parameters"), Constant(4, "parameters"), OneOutput("running means")],
        ["Cast"] = [CastTarget],
        ["Clip"] = [Float, ClipRange],
        ["Concat"] = [Type(0, ElementType.Float, ElementType.UInt8, ElementType.Int32), Rank(1, 2, 3, 4)],
        ["Conv"] = [Float, Rank(4), Constant(1, "weights"), GroupedOrDilated],
        ["DepthToSpace"] = [Float, Rank(4), Attribute("mode", "DCR", "DCR")],
        ["DequantizeLinear"] = Quantized,
        ["Div"] = Elementwise,
        ["Elu"] = Unary,
        ["Exp"] = Unary,
        ["Flatten"] = [FloatOrBytes, Rank(1, 2, 3, 4)],
        ["Floor"] = [Float, RankUpTo(4)],
        ["Gather"] = [Type(0, ElementType.Float, ElementType.Int32, ElementType.UInt8), Rank(1, 2, 3, 4), GatherIndices],
        ["Gemm"] = [Float, Rank(2), Attribute("transA", 0), GemmWeights, GemmScale],
        ["GlobalAveragePool"] = [FloatOrBytes, Rank(4)],
        ["GlobalMaxPool"] = [FloatOrBytes, Rank(4)],
        ["Identity"] = [],
        ["LRN"] = [Float, Rank(4)],
        ["LeakyRelu"] = Unary,
        ["Log"] = Unary,
        ["MatMul"] = [Float, Constant(1, "weights")],
        ["Max"] = [.. Elementwise, Inputs(2)],
        ["MaxPool"] = Pool,
        ["Min"] = [.. Elementwise, Inputs(2)],
        ["Mul"] = Elementwise,
        ["Neg"] = Unary,
        ["PRelu"] = Unary,
        ["Pad"] = [Float, RankUpTo(4), Attribute("mode", "constant", "constant"), Constant(1, "pads"), Constant(2, "a value"), NonNegativePads],
        ["Pow"] = [Float, RankUpTo(4)],
        ["QLinearConv"] = [Type(0, ElementType.UInt8), Rank(4), Constant(3, "weights"), Constant(8, "a bias")],
        ["QLinearMatMul"] = [Type(0, ElementType.UInt8), Constant(3, "weights")],
        ["QuantizeLinear"] = [Float, Constant(1, "scales"), Constant(2, "zero points"), QuantizedOutput],
        ["ReduceMean"] = [Float, RankUpTo(4), Constant(1, "axes"), Attribute("noop_with_empty_axes", 0)],
        ["Relu"] = Unary,
        ["Reshape"] = [FloatOrBytes, Rank(1, 2, 3, 4), Constant(1, "a shape"), OutputRankUpTo4],
        ["Resize"] = [FloatOrBytes, Rank(4), ResizeMode],
        ["Sigmoid"] = [Float, RankUpTo(4)],
        ["Sin"] = Unary,
        ["Slice"] = [Type(0, ElementType.Float, ElementType.Int32, ElementType.UInt8), RankUpTo(4), Constant(1, "starts"), Constant(2, "ends"), Constant(3, "axes"), Constant(4, "steps")],
        ["Softmax"] = [Float, RankUpTo(4)],
        ["Split"] = [Type(0, ElementType.Float, ElementType.Int32, ElementType.UInt8), Constant(1, "sizes"), EqualParts],
        ["Sqrt"] = Unary,
        ["Squeeze"] = [FloatOrBytes, Constant(1, "axes")],
        ["Sub"] = Elementwise,
        ["Tanh"] = Unary,
        ["Transpose"] = [FloatOrBytes, Rank(1, 2, 3, 4)],
        ["Unsqueeze"] = [FloatOrBytes, Constant(1, "axes"), OutputRankUpTo4],
        ["com.microsoft:QLinearAdd"] = [Type(0, ElementType.UInt8), RankUpTo(4)],
        ["com.microsoft:QLinearAveragePool"] = [Type(0, ElementType.UInt8), Rank(4)],
        ["com.microsoft:QLinearMul"] = [Type(0, ElementType.UInt8), RankUpTo(4)],
        ["com.microsoft:QLinearSigmoid"] = [Type(0, ElementType.UInt8)],
    };

    // QLinearMul is in the provider, and not in the list.
    public static ProviderTable Instance { get; } = new("NNAPI", Rules, Rules.Keys.Except(["com.microsoft:QLinearMul"]), unitObstacle: NnapiUnitTable.Obstacle);

    private static Obstacle? CastTarget(Node node) =>
        node.Outputs[0].ElementType is ElementType.Float or ElementType.Int32 or ElementType.Undefined
            ? null
            : new Obstacle($"casts to float32 or int32, not {node.Outputs[0].ElementType.DisplayName()}", "Cast to one of these, or leave the node to the CPU");

    private static Obstacle? ClipRange(Node node)
    {
        float? min = Bound(node, "min", 1);
        float? max = Bound(node, "max", 2);
        return (min, max) is (-1f, 1f) or (0f, 6f) or (0f, null) or (0f, float.PositiveInfinity or float.MaxValue)
            ? null
            : new Obstacle($"clips to [-1, 1], [0, 6] or from 0 on, by constants, not to [{min?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}, {max?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}]", "Use Max and Min in place of Clip");
    }

    private static float? Bound(Node node, string attribute, int input) => node.Input(input) is { } value
        ? value.Constant is { ElementType: ElementType.Float, ElementCount: 1 } data ? data.AsSpan<float>()[0] : float.NaN
        : node.Attributes.Find(attribute)?.Float;

    internal static Obstacle? GroupedOrDilated(Node node) =>
        node.Attributes.Int("group", 1) != 1 && node.Attributes.Ints("dilations").Any(dilation => dilation != 1) && node.Input(1)?.Shape is { Rank: > 1 } weights && weights[1].Size != 1
            ? new Obstacle("has no grouped convolution with dilations", "Divide the convolution by groups")
            : null;

    private static Obstacle? GatherIndices(Node node) =>
        node.Input(1) is { IsConstant: false, ElementType: not ElementType.Int32 }
            ? new Obstacle("takes indices that are constant or int32", "Cast the indices to int32")
            : null;

    private static Obstacle? GemmWeights(Node node) =>
        node.Input(1) is { IsConstant: false } && node.Attributes.Int("transB") == 0
            ? new Obstacle("needs weights that are constant where transB is 0", "Make the weights constant, or store them transposed with transB = 1")
            : null;

    internal static Obstacle? GemmScale(Node node) =>
        node.Attributes.Float("alpha", 1) != 1 || node.Attributes.Float("beta", 1) != 1
            ? new Obstacle("takes alpha and beta of 1", "Multiply them into the weights")
            : null;

    private static Obstacle? NonNegativePads(Node node) =>
        node.Input(1)?.Constant is { ElementType: ElementType.Int64 } pads && pads.AsSpan<long>().ContainsAnyInRange(long.MinValue, -1)
            ? new Obstacle("does not crop (negative pads)", "Use Slice")
            : null;

    private static Obstacle? QuantizedOutput(Node node) =>
        node.Outputs[0].ElementType is ElementType.UInt8 or ElementType.Undefined
            ? null
            : new Obstacle($"quantizes to uint8, not {node.Outputs[0].ElementType.DisplayName()}", "Quantize activations to uint8");

    internal static Obstacle? OutputRankUpTo4(Node node) =>
        node.Outputs[0].Shape is { Rank: > 4 } shape ? new Obstacle($"gives up to 4 dimensions, not {shape.Rank}", "Merge dimensions") : null;

    internal static Obstacle? ResizeMode(Node node)
    {
        string mode = node.Attributes.String("mode", "nearest");
        string transform = node.Attributes.String("coordinate_transformation_mode", "half_pixel");
        bool known = mode == "linear"
            ? transform is "asymmetric" or "half_pixel" or "align_corners"
            : mode == "nearest" && transform == "asymmetric" && node.Attributes.String("nearest_mode", "round_prefer_floor") == "floor";
        return known ? null : new Obstacle($"does not resize by {mode} with {transform}", "Export with linear, or with nearest, asymmetric and floor");
    }

    private static Obstacle? EqualParts(Node node) =>
        node.Outputs.Select(output => output.Shape?.ToString()).Distinct().Count() > 1
            ? new Obstacle("divides into equal parts only", "Use Slice")
            : null;
}
