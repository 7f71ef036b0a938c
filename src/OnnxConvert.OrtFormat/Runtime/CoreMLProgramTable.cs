using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.Runtime.NodeRules;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>What ONNX Runtime's CoreML execution provider runs as a model of the kind MLProgram.</summary>
internal static class CoreMLProgramTable
{
    private static readonly NodeRule Float = Type(0, ElementType.Float, ElementType.Float16);
    private static readonly NodeRule FloatOrInt = Type(0, ElementType.Float, ElementType.Float16, ElementType.Int64, ElementType.Int32);
    private static readonly NodeRule[] Plain = [Float];
    private static readonly NodeRule[] Pool = [Float, Rank(4), OneOutput("indices")];

    private static readonly Dictionary<string, NodeRule[]> Rules = new(StringComparer.Ordinal)
    {
        ["Add"] = Plain,
        ["And"] = [],
        ["ArgMax"] = [Float, Attribute("select_last_index", 0)],
        ["AveragePool"] = Pool,
        ["BatchNormalization"] = [Float, Constant(1, "parameters"), Constant(2, "parameters"), Constant(3, "parameters"), Constant(4, "parameters")],
        ["Cast"] = [],
        ["Ceil"] = Plain,
        ["Clip"] = [Float, Constant(1, "bounds"), Constant(2, "bounds")],
        ["Concat"] = [FloatOrInt],
        ["Conv"] = [Float, Rank(3, 4), Constant(2, "a bias")],
        ["ConvTranspose"] =
        [
            Float, Rank(3, 4), Constant(1, "weights"), Constant(2, "a bias"), Attribute("auto_pad", "NOTSET", "NOTSET", "VALID"),
            AllZeros("output_padding"), Absent("output_shape"),
        ],
        ["Cos"] = Plain,
        ["DepthToSpace"] = [Float, Rank(4)],
        ["Div"] = Plain,
        ["Elu"] = Plain,
        ["Erf"] = Plain,
        ["Exp"] = Plain,
        ["GatherND"] = [FloatOrInt, Attribute("batch_dims", 0)],
        ["Gelu"] = Plain,
        ["Gemm"] = [Float, Attribute("transA", 0), Constant(1, "weights")],
        ["GlobalAveragePool"] = [Float, Rank(4)],
        ["GlobalMaxPool"] = [Float, Rank(4)],
        ["GridSample"] = [Float, Rank(4), Attribute("mode", "linear", "linear", "bilinear")],
        ["GroupNormalization"] = Plain,
        ["HardSigmoid"] = Plain,
        ["Identity"] = [],
        ["InstanceNormalization"] = Plain,
        ["LayerNormalization"] = Plain,
        ["LeakyRelu"] = Plain,
        ["MatMul"] = Plain,
        ["Max"] = Plain,
        ["MaxPool"] = Pool,
        ["Mul"] = Plain,
        ["PRelu"] = [Float, Constant(1, "slopes")],
        ["Pow"] = [Float, Type(1, ElementType.Float, ElementType.Float16)],
        ["Range"] = [],
        ["Reciprocal"] = Plain,
        ["ReduceMax"] = [Float, Constant(1, "axes")],
        ["ReduceMean"] = [Float, Constant(1, "axes")],
        ["ReduceSum"] = [Float, Constant(1, "axes")],
        ["Relu"] = Plain,
        ["Reshape"] = [FloatOrInt, Constant(1, "a shape"), Attribute("allowzero", 0)],
        ["Resize"] = [Float, Rank(4), Attribute("mode", "nearest", "nearest", "linear"), Constant(2, "scales"), Constant(3, "sizes")],
        ["Round"] = Plain,
        ["Shape"] = [],
        ["Sigmoid"] = Plain,
        ["Sin"] = Plain,
        ["Slice"] = [FloatOrInt, Constant(1, "starts"), Constant(2, "ends"), Constant(3, "axes"), Constant(4, "steps")],
        ["Softmax"] = Plain,
        ["Softplus"] = Plain,
        ["Split"] = [Float, Constant(1, "sizes")],
        ["Sqrt"] = Plain,
        ["Squeeze"] = [FloatOrInt, Constant(1, "axes")],
        ["Sub"] = Plain,
        ["Tanh"] = Plain,
        ["Tile"] = [Float, Constant(1, "repeats")],
        ["Transpose"] = [FloatOrInt],
        ["Unsqueeze"] = [FloatOrInt, Constant(1, "axes")],
        ["Where"] = [],
        ["com.microsoft:FusedConv"] = [Float, Rank(3, 4)],
        ["com.microsoft:QuickGelu"] = Plain,
    };

    // The list has ArgMax as "Argmax", which no node is called.
    public static ProviderTable Instance { get; } = new("CoreML MLProgram", Rules, Rules.Keys.Except(["ArgMax"]), ProviderTable.DimensionsOfCoreML, takesOpenSizes: true);

    private static NodeRule AllZeros(string name) => node =>
        node.Attributes.Ints(name).Any(value => value != 0) ? new Obstacle($"takes no {name}", "Use a Pad behind it") : null;

    private static NodeRule Absent(string name) => node =>
        node.Attributes.Contains(name) ? new Obstacle($"takes no {name}", "Export the model with pads in place of it") : null;
}
