using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>
/// Dynamic-range models, whose activations are float and whose weights are int8: quantizes the activations while the model runs, as
/// TFLite does. Gemm and MatMul become MatMulInteger, with a range for each row; what goes into Conv is rounded to the 256 steps of
/// its image's range.
/// </summary>
/// <remarks>
/// Source of the arithmetic: asymmetric_quantize_inputs of TFLite's hybrid kernels. A range includes 0; its 256 steps are mapped to
/// uint8. Conv itself stays float, which gives the same numbers but for float's rounding: ConvInteger takes ONNX Runtime several
/// times as long, one with a group for each channel most of all. Not so MatMul: of dequantized weights and rounded activations ONNX
/// Runtime rounds the activations once more, in its own way.
/// </remarks>
public sealed class DynamicQuantizationOptimizer : IOptimizer
{
    private const double Steps = 255;
    private const int MaxMoves = 16;
    private const int FirstAxisOpset = 13;

    /// <summary>What may stand between integers and a product in a model that is quantized throughout.</summary>
    private static readonly HashSet<string> Moves =
        ["Clip", "Concat", "Flatten", "Gather", "Identity", "Mul", "Pad", "Relu", "Reshape", "Slice", "Split", "Squeeze", "Sub", "Transpose", "Unsqueeze"];

    /// <inheritdoc/>
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            var emit = new Emitter(graph, context.Opset, new NameScope());
            bool here = false;
            foreach (Node node in graph.Nodes.ToArray())
                here |= TryReplace(node, emit);
            if (here)
                graph.Sort();
            changed |= here;
        }

        return changed;
    }

    private static bool TryReplace(Node node, Emitter emit)
    {
        // DynamicQuantizeLinear is from opset 11, the integer products from 10.
        if (node.Domain.Length > 0 || node.OpType is not ("Gemm" or "MatMul" or "Conv") || emit.Opset < 11 || node.Outputs[0].IsUnused || Weights.Find(node) is not { } weights
            || node.Inputs[0] is not { IsConstant: false, ElementType: ElementType.Float, Shape: not null } x || weights.AreWholeNumbers || IsOfIntegers(x))
        {
            return false;
        }

        emit.Prefix = node.Name;
        Value? result = node.OpType == "Conv" ? Convolve(node, x, emit) : Multiply(node, x, weights, emit);
        return result is not null && Fusion.Bypass(node, result);
    }

    private static Value? Multiply(Node node, Value x, Weights weights, Emitter emit)
    {
        int rank = x.Shape!.Rank;
        bool isGemm = node.OpType == "Gemm";
        bool isPlain = !isGemm || (node.Attributes.Int("transA", 0) == 0 && node.Attributes.Float("alpha", 1) == 1 && node.Attributes.Float("beta", 1) == 1);
        if (!isPlain || weights.Data.Rank != 2 || rank < 2)
            return null;
        bool isTransposed = isGemm && node.Attributes.Int("transB", 0) != 0;
        if (weights.ScaleAxis is { } axis && axis != (isTransposed ? 0 : 1))
            return null;

        TensorData matrix = isTransposed ? weights.Data.Transpose([1, 0]) : weights.Data;
        Value product;
        if (x.Shape!.Take(rank - 1).All(size => size.Size == 1))
        {
            (Value q, Value scale, Value zero) = QuantizeWhole(x, emit);
            Value sum = emit.Node("MatMulInteger", [q, emit.Const(matrix, "weights"), zero]);
            product = emit.Mul(emit.Cast(sum, ElementType.Float), emit.Mul(scale, weights.Scale(emit, [-1])));
        }
        else
        {
            (Value q, Value scale, Value zero) = QuantizeRows(x, rank, emit);
            Value sum = emit.Cast(emit.Node("MatMulInteger", [q, emit.Const(matrix, "weights")]), ElementType.Float);
            Value shift = emit.Mul(zero, emit.Const(TensorData.Vector(ColumnSums(matrix)), "sums"));
            product = emit.Mul(emit.Mul(emit.Sub(sum, shift), scale), weights.Scale(emit, [-1]));
        }

        return isGemm && node.Input(2) is { } bias ? emit.Add(product, bias) : product;
    }

    /// <summary>Whether the numbers are those of integers already, so that there is nothing to quantize.</summary>
    private static bool IsOfIntegers(Value x)
    {
        for (int i = 0; i < MaxMoves && x.Producer is { Domain.Length: 0 } node; i++)
        {
            if (node.OpType == "DequantizeLinear" || (node.OpType == "Cast" && node.Inputs[0]!.ElementType.IsInteger()))
                return true;
            if (!Moves.Contains(node.OpType))
                return false;
            x = node.Inputs[0]!;
        }

        return false;
    }

    private static Value? Convolve(Node node, Value x, Emitter emit)
    {
        if ((x.Shape![0].Size == 1 ? RoundWhole(x, emit) : RoundImages(x, emit)) is not { } rounded)
            return null;
        Node convolution = emit.Graph.AddNode("Conv", [rounded, .. node.Inputs.Skip(1)]);
        convolution.Name = emit.Prefix;
        foreach (NodeAttribute attribute in node.Attributes)
            convolution.Attributes.Set(attribute);
        return convolution.AddOutput($"{node.Outputs[0].Name}_of_rounded", node.Outputs[0].Type);
    }

    private static Value RoundWhole(Value x, Emitter emit)
    {
        (Value q, Value scale, Value zero) = QuantizeWhole(x, emit);
        return emit.Node("DequantizeLinear", [q, scale, zero]);
    }

    /// <summary>Each image by its own range, however many there are.</summary>
    private static Value? RoundImages(Value x, Emitter emit)
    {
        if (emit.Opset < FirstAxisOpset)
            return null;
        long[] axes = [.. Enumerable.Range(1, x.Shape!.Rank - 1).Select(axis => (long)axis)];
        (Value scale, Value zero) = Steps256(emit.Reduce("ReduceMin", x, axes, keepDims: false), emit.Reduce("ReduceMax", x, axes, keepDims: false), emit);
        Value bytes = emit.Cast(zero, ElementType.UInt8);
        var perImage = new NodeAttribute("axis", 0L);
        return emit.Node("DequantizeLinear", [emit.Node("QuantizeLinear", [x, scale, bytes], perImage), scale, bytes], perImage);
    }

    private static (Value Quantized, Value Scale, Value Zero) QuantizeWhole(Value x, Emitter emit)
    {
        Node node = emit.Graph.AddNode("DynamicQuantizeLinear", [x]);
        node.Name = emit.Prefix;
        return (
            node.AddOutput($"{x.Name}_quantized", new TensorType(ElementType.UInt8, x.Shape)),
            node.AddOutput($"{x.Name}_scale", new TensorType(ElementType.Float, Shape.Scalar)),
            node.AddOutput($"{x.Name}_zero", new TensorType(ElementType.UInt8, Shape.Scalar)));
    }

    /// <summary>Scale and zero point, both float, have the shape of x with a last size of 1.</summary>
    private static (Value Quantized, Value Scale, Value Zero) QuantizeRows(Value x, int rank, Emitter emit)
    {
        (Value scale, Value zero) = Steps256(emit.Reduce("ReduceMin", x, [rank - 1], keepDims: true), emit.Reduce("ReduceMax", x, [rank - 1], keepDims: true), emit);
        Value quantized = emit.Clip(emit.Add(emit.Round(emit.Div(x, scale)), zero), 0, Steps);
        return (emit.Cast(quantized, ElementType.UInt8), scale, zero);
    }

    /// <summary>Scale and zero point, both float, of ranges.</summary>
    private static (Value Scale, Value Zero) Steps256(Value lowest, Value highest, Emitter emit)
    {
        Value none = emit.Const(0f);
        Value low = emit.Min(lowest, none);
        Value step = emit.Div(emit.Sub(emit.Max(highest, none), low), emit.Const((float)Steps));
        // Zeros alone have no range; any scale gives them.
        Value scale = emit.Where(emit.Compare("Equal", step, none), emit.Const(1f), step);
        return (scale, emit.Clip(emit.Round(emit.Unary("Neg", emit.Div(low, scale))), 0, Steps));
    }

    private static float[] ColumnSums(TensorData matrix)
    {
        long columns = matrix.Dims[1];
        ReadOnlySpan<sbyte> values = matrix.AsSpan<sbyte>();
        var sums = new float[columns];
        for (int i = 0; i < values.Length; i++)
            sums[i % columns] += values[i];
        return sums;
    }

    /// <summary>Constant int8 weights behind a DequantizeLinear, around zero.</summary>
    private sealed record Weights(TensorData Data, TensorData Scales, int? ScaleAxis)
    {
        /// <summary>Without a scale they belong to a kernel that is written out in whole numbers.</summary>
        internal bool AreWholeNumbers => ScaleAxis is null && Scales.AsSpan<float>()[0] == 1;

        internal static Weights? Find(Node node)
        {
            if (node.Inputs.Count < 2 || node.Inputs[1]?.Producer is not { } dequantize || !dequantize.Is("DequantizeLinear") || dequantize.Attributes.Int("block_size", 0) != 0
                || dequantize.Inputs[0]?.Constant is not { ElementType: ElementType.Int8 } data || dequantize.Input(1)?.Constant is not { ElementType: ElementType.Float } scales
                || (dequantize.Input(2)?.Constant is { } zeros && Numbers.ToInt64(zeros).Any(zero => zero != 0)))
            {
                return null;
            }

            long axis = dequantize.Attributes.Int("axis", 1);
            return new Weights(data, scales, scales.ElementCount == 1 ? null : (int)(axis < 0 ? axis + data.Rank : axis));
        }

        /// <summary>The scales, in a shape of which -1 stands for their number.</summary>
        internal Value Scale(Emitter emit, long[] shape) => ScaleAxis is null
            ? emit.Const(Scales.Reshape(), "scale")
            : emit.Const(Scales.Reshape([.. shape.Select(size => size < 0 ? Scales.ElementCount : size)]), "scales");
    }
}
