using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.Runtime.NodeRules;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>What ONNX Runtime's CoreML execution provider runs as a model of the kind NeuralNetwork.</summary>
internal static class CoreMLNeuralNetworkTable
{
    private static readonly NodeRule Float = Type(0, ElementType.Float);
    private static readonly NodeRule[] Plain = [Float];
    private static readonly NodeRule[] Pool = [Float, Rank(4), OneOutput("indices"), AllOnes("dilations")];

    private static readonly Dictionary<string, NodeRule[]> Rules = new(StringComparer.Ordinal)
    {
        ["Add"] = Plain,
        ["ArgMax"] = [Float, Attribute("select_last_index", 0)],
        ["AveragePool"] = Pool,
        ["BatchNormalization"] = [Float, Constant(1, "parameters"), Constant(2, "parameters"), Constant(3, "parameters"), Constant(4, "parameters"), OneOutput("running means")],
        ["Cast"] = [Type(0, ElementType.Int64, ElementType.Int32, ElementType.Float)],
        ["Clip"] = [Float, Constant(1, "bounds"), Constant(2, "bounds")],
        ["Concat"] = Plain,
        ["Conv"] = [Float, Rank(3, 4), Constant(1, "weights"), Constant(2, "a bias")],
        ["DepthToSpace"] = [Float, Rank(4), Attribute("mode", "DCR", "DCR")],
        ["Div"] = Plain,
        ["Flatten"] = Plain,
        ["Gather"] = [Type(0, ElementType.Float, ElementType.Int64, ElementType.Int32), GatherIndices],
        ["Gemm"] = [Float, Attribute("transA", 0), Constant(1, "weights")],
        ["GlobalAveragePool"] = [Float, Rank(4)],
        ["GlobalMaxPool"] = [Float, Rank(4)],
        ["LRN"] = Plain,
        ["LeakyRelu"] = Plain,
        ["MatMul"] = [Float, Rank(2), Constant(1, "weights")],
        ["MaxPool"] = Pool,
        ["Mul"] = Plain,
        ["PRelu"] = [Float, Rank(3, 4), Constant(1, "slopes")],
        ["Pad"] = [Float, Attribute("mode", "constant", "constant"), Constant(1, "pads"), Constant(2, "a value"), Constant(3, "axes")],
        ["Pow"] = [Float, Type(1, ElementType.Float)],
        ["Reciprocal"] = Plain,
        ["ReduceMean"] = [Float, Constant(1, "axes")],
        ["ReduceSum"] = [Float, Constant(1, "axes")],
        ["Relu"] = Plain,
        ["Reshape"] = [Type(0, ElementType.Float, ElementType.Int64), Constant(1, "a shape"), Attribute("allowzero", 0)],
        ["Resize"] = [Float, Rank(4), Attribute("coordinate_transformation_mode", "half_pixel", "asymmetric"), Attribute("mode", "nearest", "nearest", "linear"), Constant(2, "scales"), Constant(3, "sizes")],
        ["Shape"] = [Attribute("start", 0)],
        ["Sigmoid"] = Plain,
        ["Slice"] = [Type(0, ElementType.Float, ElementType.Int64), Constant(1, "starts"), Constant(2, "ends"), Constant(3, "axes"), Constant(4, "steps")],
        ["Softmax"] = Plain,
        ["Split"] = [Float, Constant(1, "sizes")],
        ["Sqrt"] = Plain,
        ["Squeeze"] = [Float, Constant(1, "axes")],
        ["Sub"] = Plain,
        ["Tanh"] = Plain,
        ["Transpose"] = Plain,
        ["Unsqueeze"] = [Float, Constant(1, "axes")],
    };

    // Reductions and Unsqueeze are in the provider, and not in the list.
    public static ProviderTable Instance { get; } = new("CoreML NeuralNetwork", Rules, Rules.Keys.Except(["ReduceMean", "ReduceSum", "Unsqueeze"]), ProviderTable.DimensionsOfCoreML, takesOpenSizes: true);

    private static Obstacle? GatherIndices(Node node) =>
        node.Input(1)?.Shape is { Rank: 0 } ? new Obstacle("does not take a scalar as indices", "Use indices of one dimension and a Squeeze") : null;
}
