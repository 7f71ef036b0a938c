using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Emission;

/// <summary>What is emitted is valid in every opset, and computes the same in each.</summary>
public class EmitterTests
{
    private const int Reference = 18;
    private static readonly int[] Opsets = [9, 10, 11, 12, 13, 18, 21];
    private static readonly QuantizationParameters PerTensor = new(0.1f, 7);
    private static readonly QuantizationParameters PerChannel = new([0.1f, 0.2f, 0.3f], [1, -2, 3], 2);

    private static readonly Dictionary<string, Func<Emitter, Value, Value>> Forms = new()
    {
        ["Squeeze"] = (emit, x) => emit.Squeeze(x, 0),
        ["Unsqueeze"] = (emit, x) => emit.Unsqueeze(x, 1, 3),
        ["Split"] = (emit, x) => emit.Split(x, 2, 1, 2)[1],
        ["Pad"] = (emit, x) => emit.Pad(x, [0, 1, 0], [0, 0, 2], emit.Const(1.5f)),
        ["PadReflect"] = (emit, x) => emit.Pad(x, [0, 1, 0], [0, 0, 2], mode: "reflect"),
        ["Clip"] = (emit, x) => emit.Clip(x, -0.5, 0.5),
        ["ClipBelow"] = (emit, x) => emit.Clip(x, -0.5, double.PositiveInfinity),
        ["Relu"] = (emit, x) => emit.Clip(x, RealRange.Relu),
        ["Slice"] = (emit, x) => emit.Slice(x, [1, -2], [2, long.MaxValue], [1, 2]),
        ["SliceBackwards"] = (emit, x) => emit.Slice(x, [-1, 0], [long.MinValue, 2], [2, 1], [-2, 1]),
        ["SliceAtComputedPlaces"] = (emit, x) => emit.Slice(x, Computed(emit, x, -2, 1), Computed(emit, x, 9, -1), emit.Ints(2, 1)),
        ["PadByComputedAmounts"] = (emit, x) => emit.Pad(x, Computed(emit, x, 0, 1, 0, 0, 0, 2), emit.Const(1.5f)),
        ["GatherNd"] = (emit, x) => emit.GatherNd(x, emit.Reshape(Computed(emit, x, 0, 1, 0, 0, 0, 1), 3, 2)),
        ["GatherNdInBatches"] = (emit, x) => emit.GatherNd(emit.Squeeze(x, 0), emit.Reshape(Computed(emit, x, 2, 0, 1, 1), 2, 2, 1), 1),
        ["ScatterND"] = (emit, x) => emit.ScatterND(x, emit.Reshape(Computed(emit, x, 0, 1), 1, 2), emit.Const(TensorData.Create<float>([1, float.NaN, 3], 1, 3))),
        ["CumSum"] = (emit, x) => emit.CumSum(x, emit.Const(2L), exclusive: false, reverse: false),
        ["CumSumFromTheEnd"] = (emit, x) => emit.CumSum(x, emit.Const(1L), exclusive: true, reverse: true),
        ["Indices"] = (emit, x) => emit.Indices(Computed(emit, x, 4)),
        ["Range"] = (emit, x) => emit.Range(emit.Const(5), emit.Reshape(emit.Cast(Computed(emit, x, -3), ElementType.Int32)), emit.Const(-3)),
        ["RangeOfNothing"] = (emit, x) => emit.Range(emit.Const(5L), emit.Reshape(Computed(emit, x, -3)), emit.Const(1L)),
        ["ReduceOverComputedAxes"] = (emit, x) => emit.Reduce("ReduceMax", x, Computed(emit, x, -1, 0), keepDims: false),
        ["ClipOfDoubles"] = (emit, x) => emit.Cast(emit.Clip(emit.Cast(x, ElementType.Double), -0.5, 0.5), ElementType.Float),
        ["ResizeLinear"] = (emit, x) => emit.Resize(emit.Unsqueeze(x, 0), emit.Ints(1, 1, 5, 2), "linear", "half_pixel"),
        ["ResizeLinearAligned"] = (emit, x) => emit.Resize(emit.Unsqueeze(x, 0), emit.Ints(1, 1, 3, 7), "linear", "align_corners"),
        ["ResizeNearest"] = (emit, x) => emit.Resize(emit.Unsqueeze(x, 0), emit.Ints(1, 1, 4, 6), "nearest", "asymmetric"),
        ["ReduceSum"] = (emit, x) => emit.Reduce("ReduceSum", x, [1], keepDims: false),
        ["ReduceMean"] = (emit, x) => emit.Reduce("ReduceMean", x, [0, 2], keepDims: true),
        ["ReduceNothing"] = (emit, x) => emit.Reduce("ReduceL2", x, [], keepDims: true),
        ["ReduceMaxOfIntegers"] = (emit, x) => emit.Reduce("ReduceMax", Integers(emit, x, ElementType.Int8), [1], keepDims: true),
        ["Softmax"] = (emit, x) => emit.SoftmaxLast("Softmax", x, 3),
        ["LogSoftmax"] = (emit, x) => emit.SoftmaxLast("LogSoftmax", x, 3),
        ["QuantizeUInt8"] = (emit, x) => emit.Quantize(x, PerTensor, ElementType.UInt8),
        ["QuantizeInt8PerChannel"] = (emit, x) => emit.Quantize(x, PerChannel, ElementType.Int8),
        ["QuantizeInt16"] = (emit, x) => emit.Cast(emit.Quantize(emit.Mul(x, emit.Const(1e6f)), PerTensor, ElementType.Int16), ElementType.Int32),
        ["Dequantize"] = (emit, x) => emit.Dequantize(Integers(emit, x, ElementType.Int8), PerTensor),
        ["DequantizePerChannel"] = (emit, x) => emit.Dequantize(Integers(emit, x, ElementType.Int8), PerChannel),
        ["DequantizeInt16"] = (emit, x) => emit.Dequantize(Integers(emit, x, ElementType.Int16), PerTensor),
        ["Round"] = (emit, x) => emit.Round(emit.Mul(emit.Cast(Integers(emit, x, ElementType.Int32), ElementType.Float), emit.Const(0.5f))),
        ["Equal"] = (emit, x) => emit.Compare("Equal", x, emit.Unary("Abs", x)),
        ["LessOrEqual"] = (emit, x) => emit.Compare("LessOrEqual", x, emit.Const(0f)),
        ["Where"] = (emit, x) => emit.Where(emit.Compare("Greater", x, emit.Const(0f)), Integers(emit, x, ElementType.Int8), emit.Const((sbyte)3)),
        ["MaxOfIntegers"] = (emit, x) => emit.Max(Integers(emit, x, ElementType.Int8), emit.Const((sbyte)2)),
        ["AddOfIntegers"] = (emit, x) => emit.Add(Integers(emit, x, ElementType.Int16), emit.Const((short)2)) is var sum ? emit.Cast(sum, ElementType.Int32) : x,
        ["Reshape"] = (emit, x) => emit.Reshape(x, 3, -1),
        ["Expand"] = (emit, x) => emit.Expand(x, 2, 2, 3),
        ["HardSwish"] = (emit, x) => emit.HardSwish(x),
        ["Gelu"] = (emit, x) => emit.Gelu(x, approximate: false),
        ["GeluApproximate"] = (emit, x) => emit.Gelu(x, approximate: true),
        ["Gemm"] = (emit, x) => emit.Gemm(emit.Squeeze(x, 0), emit.Const(TensorData.Create<float>([1, 2, 3, 4, 5, 6], 2, 3)), null, transB: true),
        ["ArgMax"] = (emit, x) => emit.ArgReduce("ArgMax", x, 1),
        ["Gather"] = (emit, x) => emit.Gather(x, emit.Const(TensorData.Vector((short)1, (short)0)), 2),
        ["Tile"] = (emit, x) => emit.Tile(x, emit.Const(TensorData.Vector(1, 2, 1))),
        ["Scan"] = (emit, x) => emit.Scan([emit.Slice(x, [0], [1], [2])], [emit.Transpose(x, 2, 0, 1)], isReverse: false, Sum).Results[0],
        ["ScanReverse"] = (emit, x) => emit.Scan([emit.Slice(x, [0], [1], [2])], [emit.Transpose(x, 2, 0, 1)], isReverse: true, Sum).Results[0],
        ["Concat"] = (emit, x) => emit.Concat([x, x], 1),
        ["MaxPool"] = (emit, x) => emit.MaxPool(emit.Unsqueeze(x, 0), new Window([2, 2], [1, 1], [1, 1], [0, 0, 0, 0])),
    };

    private static IEnumerable<string> Names => Forms.Keys;

    [TestCaseSource(nameof(Names))]
    public void Every_opset_gives_a_valid_model_of_the_same_results(string form)
    {
        var expected = OnnxRunner.Run(Build(form, Reference).Model);
        foreach (int opset in Opsets)
            OnnxRunner.AssertEqual(OnnxRunner.Run(Build(form, opset).Model), expected, 1e-5);
    }

    [TestCaseSource(nameof(Names))]
    public void The_newest_opset_gives_a_valid_model(string form) => Assert.That(() => Build(form, Conversion.MaxOpset), Throws.Nothing);

    [Test]
    public void What_an_old_opset_lacks_is_an_error_that_names_the_opset()
    {
        var b = new GraphBuilder(9);
        Value x = b.Input("x", 1, 2, 3);
        Value axes = b.Input("axes", ElementType.Int64, 1);
        Value unranked = b.Graph.AddInput("unranked", new TensorType(ElementType.Float, null));
        Value unknown = b.Graph.AddInput("unknown", new TensorType(ElementType.Float, new Shape(Dimension.Unknown, Dimension.Unknown, Dimension.Unknown)));
        using (Assert.EnterMultipleScope())
        {
            AssertNeeds("10", () => b.Emit.Slice(unknown, [0], [2], [1], [2]));
            AssertNeeds("10", () => b.Emit.Slice(x, axes, axes, axes));
            AssertNeeds("11", () => b.Emit.Pad(x, axes, mode: "reflect"));
            AssertNeeds("11", () => b.Emit.Resize(x, axes, "nearest", "asymmetric"));
            AssertNeeds("11", () => b.Emit.GatherNd(unknown, axes));
            AssertNeeds("13", () => b.Emit.Reduce("ReduceSum", unranked, axes, keepDims: true));
            AssertNeeds("18", () => b.Emit.Reduce("ReduceMax", unranked, axes, keepDims: true));
        }

        static void AssertNeeds(string opset, Func<Value> emit) => Assert.That(() => emit(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains($"opset {opset}"));
    }

    [Test]
    public void Empty_dimensions_can_be_reshaped([Values(9, 13, 18)] int opset)
    {
        var b = new GraphBuilder(opset);
        b.Output(b.Emit.Reshape(b.Emit.Slice(b.Input("x", 1, 2, 3), [0], [0], [1]), 0, 6), "y");
        b.Finish();
        Assert.That(OnnxRunner.Run(b.Model)["y"].Sizes, Is.EqualTo(new long[] { 0, 6 }));
    }

    [Test]
    public void What_does_nothing_emits_nothing()
    {
        var b = new GraphBuilder();
        Value x = b.Input("x", 1, 2, 3);
        Assert.That(new[] { b.Emit.Squeeze(x), b.Emit.Transpose(x, 0, 1, 2), b.Emit.Clip(x, RealRange.All), b.Emit.Cast(x, ElementType.Float), b.Emit.Concat([x], 0), b.Emit.Pad(x, [0, 0, 0], [0, 0, 0]) }, Has.All.SameAs(x));
        Assert.That(b.Graph.NodeCount, Is.Zero);
    }

    [Test]
    public void Equal_constants_are_one()
    {
        var b = new GraphBuilder();
        Value ints = b.Emit.Ints(1, 2), zero = b.Emit.Const(0f);
        Assert.That(b.Emit.Ints(1, 2), Is.SameAs(ints));
        Assert.That(b.Emit.Const(0f), Is.SameAs(zero));
        Assert.That(b.Emit.Ints(2, 1), Is.Not.SameAs(ints));
        Assert.That(b.Emit.Const(-0f), Is.Not.SameAs(zero));
        Assert.That(b.Emit.Const(0), Is.Not.SameAs(b.Emit.Const(0u)));
    }

    private static (Value[] States, Value[] Results) Sum(Emitter emit, Value[] states, Value[] elements)
    {
        Value sum = emit.Add(states[0], emit.Unsqueeze(elements[0], 2));
        return ([sum], [sum]);
    }

    /// <summary>Numbers that are not known while nodes are written.</summary>
    private static Value Computed(Emitter emit, Value x, params long[] numbers) =>
        emit.Add(emit.Cast(emit.Mul(emit.Reduce("ReduceMax", emit.Reshape(x, -1), [0], keepDims: true), emit.Const(0f)), ElementType.Int64), emit.Ints(numbers));

    private static Value Integers(Emitter emit, Value x, ElementType type) => emit.Cast(emit.Cast(emit.Mul(x, emit.Const(40f)), ElementType.Int32), type);

    private static GraphBuilder Build(string form, int opset)
    {
        var b = new GraphBuilder(opset);
        Value y = Forms[form](b.Emit, b.Input("x", 1, 2, 3));
        b.Output(y, "y");
        b.Finish();
        return b;
    }
}
