using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>
/// A small graph that is optimized by this project and by stock ONNX Runtime: both must leave the operators that the test names,
/// and the results must stay.
/// </summary>
internal sealed class LevelTest(int opset = 18, int machineLearning = 4)
{
    private readonly Random _random = new(7);
    private int _values;

    internal Graph Graph { get; } = new("test");

    internal Model Model => new(Graph) { OpsetImports = { [""] = opset, ["com.microsoft"] = 1, ["ai.onnx.ml"] = machineLearning }, IrVersion = 8 };

    internal Value Input(params long[] sizes) => Input(ElementType.Float, sizes);

    internal Value Input(ElementType type, params long[] sizes) => Graph.AddInput($"in{Graph.Inputs.Count}", new TensorType(type, Shape.Of(sizes)));

    /// <summary>An input with symbolic sizes.</summary>
    internal Value Input(Dimension[] sizes, ElementType type = ElementType.Float) => Graph.AddInput($"in{Graph.Inputs.Count}", new TensorType(type, new Shape(sizes)));

    internal Value Const(TensorData data) => Graph.AddInitializer($"const{_values++}", data);

    internal Value Number(float value) => Const(TensorData.Scalar(value));

    internal Value Ints(params long[] values) => Const(TensorData.Vector<long>(values));

    /// <summary>Random numbers from -1 to 1.</summary>
    internal Value Weights(params long[] sizes) =>
        Const(TensorData.Create<float>([.. Enumerable.Range(0, (int)sizes.Aggregate(1L, (product, size) => product * size)).Select(_ => (float)((_random.NextDouble() * 2) - 1))], sizes));

    internal Value Node(string opType, Value?[] inputs, params NodeAttribute[] attributes)
    {
        Node node = Graph.AddNode(opType, inputs);
        node.Name = $"node{_values}";
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        return node.AddOutput($"value{_values++}");
    }

    /// <summary>The mean along some dimensions, which stay.</summary>
    internal Value Mean(Value x, params long[] axes) => opset >= 18 ? Node("ReduceMean", [x, Ints(axes)]) : Node("ReduceMean", [x], new NodeAttribute("axes", [.. axes]));

    internal Value Unsqueeze(Value x, long axis) => opset >= 13 ? Node("Unsqueeze", [x, Ints(axis)]) : Node("Unsqueeze", [x], new NodeAttribute("axes", [axis]));

    /// <summary>A MatMulNBits of 8 columns whose weights are a whole number of blocks of 32 bytes.</summary>
    internal Value BlockwiseMatMul(Value x, int rows)
    {
        Node node = Graph.AddNode("MatMulNBits", [x, Const(RandomIntegers(ElementType.UInt8, [8, rows / 32, 32])), Const(RandomScales(8 * rows / 32))], "com.microsoft");
        foreach ((string name, long value) in new[] { ("K", rows), ("N", 8L), ("bits", 8), ("block_size", 32), ("accuracy_level", 4) })
            node.Attributes.Set(new NodeAttribute(name, value));
        return node.AddOutput($"value{_values++}", new TensorType(ElementType.Float, x.Shape!.With(x.Shape.Rank - 1, 8)));
    }

    internal Value[] Nodes(string opType, Value?[] inputs, int outputs)
    {
        Node node = Graph.AddNode(opType, inputs);
        node.Name = $"node{_values}";
        return [.. Enumerable.Range(0, outputs).Select(_ => node.AddOutput($"value{_values++}"))];
    }

    internal Value Conv(Value x, long channels, Value? bias = null, long inputs = 2) => Node("Conv", bias is null ? [x, Weights(channels, inputs, 3, 3)] : [x, Weights(channels, inputs, 3, 3), bias], new NodeAttribute("pads", [1, 1, 1, 1]));

    internal Value Dequantize(Value x, float scale, int zeroPoint, ElementType type) => Node("DequantizeLinear", [x, Number(scale), Zero(zeroPoint, type)]);

    internal Value Quantize(Value x, float scale, int zeroPoint, ElementType type) => Node("QuantizeLinear", [x, Number(scale), Zero(zeroPoint, type)]);

    internal Value Pair(Value x, float scale, int zeroPoint, ElementType type) => Dequantize(Quantize(x, scale, zeroPoint, type), scale, zeroPoint, type);

    /// <summary>Random integers behind a DequantizeLinear.</summary>
    internal Value QuantizedWeights(float scale, params long[] sizes)
    {
        sbyte[] values = [.. Enumerable.Range(0, (int)sizes.Aggregate(1L, (product, size) => product * size)).Select(_ => (sbyte)_random.Next(-128, 128))];
        return Dequantize(Const(TensorData.Create<sbyte>(values, sizes)), scale, 0, ElementType.Int8);
    }

    /// <summary>Random integers of 8 bits, behind a DequantizeLinear of one scale.</summary>
    internal Value Integers(ElementType type, float scale, int zeroPoint, long[] sizes) => Dequantize(Const(RandomIntegers(type, sizes)), scale, zeroPoint, type);

    /// <summary>Random integers of 8 bits, behind a DequantizeLinear of a scale and a zero point for each index of an axis.</summary>
    internal Value Integers(ElementType type, int axis, int count, long[] sizes) => Node(
        "DequantizeLinear", [Const(RandomIntegers(type, sizes)), Const(RandomScales(count)), Const(RandomIntegers(type, [count]))], new NodeAttribute("axis", (long)axis));

    /// <summary>A matrix of random integers, behind a DequantizeLinear of a scale and a zero point for each block of a column.</summary>
    internal Value Blocks(ElementType type, int blockSize, long[] sizes)
    {
        long[] blocks = [sizes[0] / blockSize, sizes[1]];
        TensorData scales = RandomScales((int)(blocks[0] * blocks[1])).Reshape(blocks);
        return Node("DequantizeLinear", [Const(RandomIntegers(type, sizes)), Const(scales), Const(RandomIntegers(type, blocks))], new NodeAttribute("axis", 0L), new NodeAttribute("block_size", (long)blockSize));
    }

    private TensorData RandomIntegers(ElementType type, long[] sizes)
    {
        var bytes = new byte[type.ByteLength(sizes.Aggregate(1L, (product, size) => product * size))];
        _random.NextBytes(bytes);
        return TensorData.FromBytes(type, sizes, bytes);
    }

    private TensorData RandomScales(int count) => TensorData.Vector<float>([.. Enumerable.Range(0, count).Select(_ => 0.01f + (0.01f * _random.NextSingle()))]);

    internal Value Bias(float scale, int count) =>
        Node("DequantizeLinear", [Const(TensorData.Vector<int>([.. Enumerable.Range(0, count).Select(_ => _random.Next(-1000, 1000))])), Number(scale), Const(TensorData.Scalar(0))]);

    internal LevelTest Output(Value value)
    {
        Graph.AddOutput(value);
        return this;
    }

    /// <summary>Asserts which operators are left, in alphabetical order.</summary>
    internal void Leaves(OptimizationLevel level, params string[] expected) => Leaves(level, TargetPlatform.Arm, expected);

    internal void Leaves(OptimizationLevel level, TargetPlatform platform, params string[] expected) =>
        Leaves(new OrtOptions { OptimizationLevel = level, TargetPlatform = platform }, expected);

    /// <summary>Asserts that the same operators are left as by ONNX Runtime, whichever those are.</summary>
    internal void LeavesSame(OptimizationLevel level)
    {
        var options = new OrtOptions { OptimizationLevel = level, TargetPlatform = TargetPlatform.Arm };
        Leaves(options, Operators(OnnxModel.Load(StockOptimizer.Optimize(Model.ToBytes(), options))));
    }

    internal void Leaves(OrtOptions options, params string[] expected)
    {
        Model model = Model;
        byte[] before = model.ToBytes();
        byte[] optimized = StockOptimizer.Optimize(before, options);
        string[] reference = Operators(OnnxModel.Load(optimized));
        OrtOptimizer.Optimize(model, options);
        Assert.Multiple(() =>
        {
            Assert.That(reference, Is.EqualTo(expected), "ONNX Runtime");
            Assert.That(Operators(model), Is.EqualTo(expected), "this project");
        });
        LevelResults.AssertSame(model.ToBytes(), before, optimized);
        OrtModel converted = Model.ToOrt(options);
        LevelResults.AssertEqual(converted.ToBytes(), converted.ToOnnx().ToBytes());
    }

    /// <summary>Asserts which operators this project leaves, in alphabetical order, where ONNX Runtime leaves others.</summary>
    internal void LeavesHere(OptimizationLevel level, params string[] expected)
    {
        Model model = Model;
        byte[] before = model.ToBytes();
        OrtOptimizer.Optimize(model, level);
        Assert.That(Operators(model), Is.EqualTo(expected));
        LevelResults.AssertSame(model.ToBytes(), before, before);
    }

    private static string[] Operators(Model model) =>
        [.. model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).Select(node => node.OpType).Order(StringComparer.Ordinal)];

    private Value Zero(int zeroPoint, ElementType type) => Const(type switch
    {
        ElementType.UInt8 => TensorData.Scalar((byte)zeroPoint),
        ElementType.Int8 => TensorData.Scalar((sbyte)zeroPoint),
        _ => TensorData.Scalar(zeroPoint),
    });
}
