using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>
/// Gemm or MatMul of float activations and dequantized int8 weights → MatMulInteger of activations that are quantized while the
/// model runs, each row by its own range, as TFLite does for dynamic-range models; Conv of one image → ConvInteger likewise.
/// Faster where runtimes have integer kernels, and less exact than float, so it is only done when asked for.
/// </summary>
/// <remarks>Source of the arithmetic: asymmetric_quantize_inputs of TFLite's hybrid kernels. The range of a row includes 0; its 256 steps are mapped to uint8.</remarks>
internal sealed class DynamicQuantizationOptimizer : IOptimizer
{
    private const double Steps = 255;

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
            || node.Inputs[0] is not { IsConstant: false, ElementType: ElementType.Float, Shape: not null } x)
        {
            return false;
        }

        emit.Prefix = node.Name;
        Value? result = node.OpType == "Conv" ? Convolve(node, x, weights, emit) : Multiply(node, x, weights, emit);
        return result is not null && Identities.Bypass(node, result);
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

    private static Value? Convolve(Node node, Value x, Weights weights, Emitter emit)
    {
        // One range for all of an image: with more images than one, each has its own.
        if (x.Shape![0].Size != 1 || weights.ScaleAxis is not (null or 0))
            return null;
        (Value q, Value scale, Value zero) = QuantizeWhole(x, emit);
        NodeAttribute[] attributes = [.. node.Attributes];
        Value sum = emit.Node("ConvInteger", [q, emit.Const(weights.Data, "weights"), zero], attributes);
        long[] perChannel = [1, -1, .. Enumerable.Repeat(1L, x.Shape!.Rank - 2)];
        Value product = emit.Mul(emit.Cast(sum, ElementType.Float), emit.Mul(scale, weights.Scale(emit, perChannel)));
        return node.Input(2) is { } bias ? emit.Add(product, emit.Reshape(bias, perChannel)) : product;
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
        Value none = emit.Const(0f);
        Value low = emit.Min(emit.Reduce("ReduceMin", x, [rank - 1], keepDims: true), none);
        Value high = emit.Max(emit.Reduce("ReduceMax", x, [rank - 1], keepDims: true), none);
        Value step = emit.Div(emit.Sub(high, low), emit.Const((float)Steps));
        // A row of zeros has no range; any scale gives its zeros.
        Value scale = emit.Where(emit.Compare("Equal", step, none), emit.Const(1f), step);
        Value zero = emit.Clip(emit.Round(emit.Unary("Neg", emit.Div(low, scale))), 0, Steps);
        Value quantized = emit.Clip(emit.Add(emit.Round(emit.Div(x, scale)), zero), 0, Steps);
        return (emit.Cast(quantized, ElementType.UInt8), scale, zero);
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
