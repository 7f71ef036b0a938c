using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Weights of recurrent operators in real numbers. The kernels take quantized ones for int8 without a zero point, whatever
/// the file says: the byte 200 of a uint8 tensor is -56.
/// </summary>
internal static class RecurrentWeights
{
    /// <summary>The tensors of several gates, one behind the other along the first dimension.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="factors">What to multiply quantized tensors by, one factor for each; null: nothing.</param>
    internal static Value Stacked(this OpContext op, IReadOnlyList<int> inputs, IReadOnlyList<float>? factors = null)
    {
        if (inputs.All(input => op.Constant(input) is { ElementType: ElementType.Int8 or ElementType.UInt8 } && op.IsQuantized(input)))
            return StackedIntegers(op, inputs, factors);
        if (inputs.FirstOrDefault(input => op.InputType(input) == ElementType.UInt8, -1) is >= 0 and var computed)
            throw op.NotSupported("weights of uint8 must be constant; the kernel reads them as int8", op.Input(computed));
        return op.Emit.Concat([.. inputs.Select(input => op.Real(input))], 0);
    }

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

    private static Value StackedIntegers(OpContext op, IReadOnlyList<int> inputs, IReadOnlyList<float>? factors)
    {
        var bytes = new List<byte>();
        var scales = new List<float>();
        for (int i = 0; i < inputs.Count; i++)
        {
            TensorData data = op.Constant(inputs[i])!;
            QuantizationParameters parameters = op.Input(inputs[i]).Quantization!;
            if (!parameters.IsPerTensor)
                throw op.NotSupported("the kernel reads one scale for the whole of a weight tensor; this one has several", op.Input(inputs[i]));
            bytes.AddRange(data.Bytes.Span);
            scales.AddRange(Enumerable.Repeat(parameters.Scale * (factors?[i] ?? 1), (int)data.Dims[0]));
        }

        long[] dims = [scales.Count, .. op.Constant(inputs[0])!.Dims.Skip(1)];
        TensorData stacked = TensorData.FromBytes(ElementType.Int8, dims, bytes.ToArray());
        if (op.IsDequantizing)
            return op.Emit.Const(Dequantized(stacked, scales), op.Input(inputs[0]).Name);
        var stackedScales = scales.Distinct().Count() == 1
            ? new QuantizationParameters(scales[0], 0)
            : new QuantizationParameters([.. scales], [.. scales.Select(_ => 0L)], 0);
        return op.Emit.Dequantize(op.Emit.Const(stacked, op.Input(inputs[0]).Name), stackedScales);
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
