using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Weights of recurrent operators in real numbers. The kernels take quantized ones for int8 without a zero point, whatever
/// the file says: the byte 200 of a uint8 tensor is -56.
/// </summary>
internal static class RecurrentWeights
{
    /// <summary>The tensors of several gates, one behind the other along the first dimension.</summary>
    internal static Value Stacked(this OpContext op, IReadOnlyList<int> inputs)
    {
        if (inputs.All(input => IsConstantInteger(op, input)))
            return Joined(op, inputs, input => Quantization(op, input).Scale);
        if (inputs.FirstOrDefault(input => op.InputType(input) == ElementType.UInt8, -1) is >= 0 and var computed)
            throw op.NotSupported("weights of uint8 must be constant; the kernel reads them as int8", op.Input(computed));
        return op.Emit.Concat([.. inputs.Select(input => op.Real(input))], 0);
    }

    /// <summary>As <see cref="Stacked"/>, the bare integers held as float.</summary>
    internal static Value StackedIntegers(this OpContext op, IReadOnlyList<int> inputs) => inputs.All(input => IsConstantInteger(op, input))
        ? Joined(op, inputs, _ => 1)
        : throw op.NotSupported("the weights must be constants of int8", op.Input(inputs[0]));

    /// <summary>The products of a sequence, (time, batch, n), with the rows of weights, (m, n), plus a bias: (time, batch, m).</summary>
    /// <remarks>
    /// By Gemm over time and batch in one: ONNX Runtime computes MatMul of quantized weights with the other factor rounded to
    /// int8, which is not what the file asks for where that factor is float.
    /// </remarks>
    internal static Value Products(this OpContext op, Value sequence, Value weights, Value? bias)
    {
        Emitter emit = op.Emit;
        long inner = weights.Shape?[1].Size ?? throw op.NotSupported("the sizes of weights must be known");
        Value products = emit.Gemm(emit.Reshape(sequence, -1, inner), weights, bias, transB: true);
        return emit.Reshape(products, emit.Concat([emit.Size(sequence, 0), emit.Size(sequence, 1), emit.Size(weights, 0)], 0));
    }

    private static bool IsConstantInteger(OpContext op, int input) =>
        op.Constant(input) is { ElementType: ElementType.Int8 or ElementType.UInt8, Rank: > 0 } && op.IsQuantized(input);

    private static QuantizationParameters Quantization(OpContext op, int input) => op.Input(input).Quantization is { IsPerTensor: true } parameters
        ? parameters
        : throw op.NotSupported("the kernel reads one scale for the whole of a weight tensor; this one has several", op.Input(input));

    private static Value Joined(OpContext op, IReadOnlyList<int> inputs, Func<int, float> scaleOf)
    {
        var bytes = new List<byte>();
        var scales = new List<float>();
        foreach (int input in inputs)
        {
            TensorData data = op.Constant(input)!;
            bytes.AddRange(data.Bytes.Span);
            scales.AddRange(Enumerable.Repeat(scaleOf(input), op.TableLength(data.Dims[0], "the scales of a gate")));
        }

        long[] dims = [scales.Count, .. op.Constant(inputs[0])!.Dims.Skip(1)];
        TensorData joined = TensorData.FromBytes(ElementType.Int8, dims, bytes.ToArray());
        string name = op.Input(inputs[0]).Name;
        if (op.IsDequantizing)
            return op.Emit.Const(Dequantized(joined, scales), name);
        return op.Emit.Dequantize(op.Emit.Const(joined, name), scales.Distinct().Count() == 1
            ? new QuantizationParameters(scales[0], 0)
            : new QuantizationParameters([.. scales], [.. scales.Select(_ => 0L)], 0));
    }

    private static TensorData Dequantized(TensorData data, List<float> scales)
    {
        ReadOnlySpan<sbyte> integers = data.AsSpan<sbyte>();
        var real = new float[integers.Length];
        int columns = real.Length / scales.Count;
        for (int i = 0; i < real.Length; i++)
            real[i] = scales[i / columns] * integers[i];
        return TensorData.Create<float>(real, data.Dims.AsSpan());
    }
}
