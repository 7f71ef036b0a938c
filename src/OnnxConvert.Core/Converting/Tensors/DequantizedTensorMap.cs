using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>
/// Makes a float model: quantized tensors hold the real numbers that they stood for, constants are dequantized once. A
/// result stays limited to the range that its tensor could hold, since quantized networks rely on that as on an activation.
/// </summary>
/// <param name="emit">Writes the nodes.</param>
/// <param name="keepBoundary">Whether the graph's inputs and outputs keep their integer type.</param>
internal sealed class DequantizedTensorMap(Emitter emit, bool keepBoundary) : TensorMap(emit)
{
    internal override bool IsDequantizing => true;

    internal override Value Real(Value source)
    {
        if (!IsQuantized(source))
            return Plain(source);
        if (FindRaw(source) is { } real)
            return real;
        if (source.Constant is not { } data)
            throw Missing(source);
        return StoreRaw(source, Emit.Const(Constants.Dequantize(data, source.Quantization!), source.Name));
    }

    internal override Value Raw(Value source) => Real(source);

    internal override Value Declared(Value source) => IsQuantized(source)
        ? Emit.Quantize(Real(source), source.Quantization!, source.ElementType)
        : Plain(source);

    internal override Value Weight(Value source, ReadOnlySpan<int> permutation, Func<TensorData, TensorData>? change)
    {
        if (source.Constant is not { } data)
        {
            if (change is not null)
                throw new UnsupportedModelException([new UnsupportedItem("", "", source.Name, "the weights must be constant")]);
            return Emit.Transpose(Real(source), permutation);
        }

        if (IsQuantized(source))
            data = Constants.Dequantize(data, source.Quantization!);
        if (!permutation.IsEmpty)
            data = data.Transpose(permutation);
        return Emit.Const(change is null ? data : change(data), source.Name);
    }

    internal override Value Bias(Value bias, Value input, Value weight)
    {
        if (bias.ElementType is not (ElementType.Int32 or ElementType.Int64))
            return Real(bias);
        QuantizationParameters parameters = Constants.BiasParameters(input, weight)
            ?? throw new UnsupportedModelException([new UnsupportedItem("", "", bias.Name, "an integer bias needs a quantized input and quantized weights")]);
        return bias.Constant is { } data
            ? Emit.Const(Constants.Dequantize(data, parameters), bias.Name)
            : Emit.Mul(Emit.Cast(Plain(bias), ElementType.Float), Emit.Const(TensorData.Vector(parameters.Scales.AsSpan())));
    }

    internal override Value RawZero(Value source) => Emit.Const(0, IsQuantized(source) ? ElementType.Float : source.ElementType);

    internal override (double Min, double Max) RawRange(Value source, RealRange range) => (range.Min, range.Max);

    internal override QuantizationParameters? StoredQuantization(Value source) => null;

    internal override void SetReal(Value source, Value real, RealRange range)
    {
        if (IsQuantized(source) && source.Quantization is { IsPerTensor: true } parameters)
            range = Saturation.Limit(range, parameters, source.ElementType);
        StoreRaw(source, Emit.Clip(real, range));
    }

    internal override void SetBounded(Value source, Value real) => StoreRaw(source, real);

    internal override void SetRaw(Value source, Value raw)
    {
        if (!IsQuantized(source))
            StoreRaw(source, raw);
        else if (raw.ElementType.IsInteger())
            StoreRaw(source, Emit.Dequantize(raw, source.Quantization!));
        else
            StoreRaw(source, Reinterpret(source, raw));
    }

    /// <summary>
    /// TFLite's kernels move the bare integers whatever the parameters say. Where those of the result are others than those of
    /// the input, the same integers stand for other real numbers.
    /// </summary>
    private Value Reinterpret(Value source, Value raw)
    {
        QuantizationParameters to = source.Quantization!;
        QuantizationParameters[] inputs = [.. source.Producer!.Inputs
            .Where(input => input is not null && IsQuantized(input) && input.ElementType == source.ElementType)
            .Select(input => input!.Quantization!)];
        if (!to.IsPerTensor || inputs.All(from => !from.IsPerTensor || AreClose(from, to)))
            return raw;
        if (!inputs.All(from => AreClose(from, inputs[0])))
            throw new UnsupportedModelException([new UnsupportedItem("", "", source.Name, "the operator moves integers between tensors of several quantizations, which has no meaning in real numbers; convert without dequantizing")]);
        Value scaled = Emit.Mul(raw, Emit.Const(to.Scale / inputs[0].Scale));
        return Emit.Add(scaled, Emit.Const(to.Scale * (inputs[0].ZeroPoint - to.ZeroPoint)));
    }

    /// <summary>Whether two quantizations differ by less than files round their scales.</summary>
    private static bool AreClose(QuantizationParameters a, QuantizationParameters b) =>
        a.ZeroPoint == b.ZeroPoint && Math.Abs(a.Scale - b.Scale) <= 1e-5f * Math.Abs(b.Scale);

    internal override void SetDeclared(Value source, Value declared) => StoreRaw(source, IsQuantized(source)
        ? Emit.Dequantize(declared, source.Quantization!)
        : declared);

    internal override Value StoredFor(Value source, Value target)
    {
        RequireSameType(source, target);
        if (!IsQuantized(target))
            return Declared(source);
        bool means = IsQuantized(source) && source.Quantization!.IsPerTensor && target.Quantization!.IsPerTensor && AreClose(source.Quantization, target.Quantization);
        return means ? Raw(source) : Emit.Dequantize(Declared(source), target.Quantization!);
    }

    internal override void SetInput(Value source, Value input)
    {
        // A linear operator between DequantizeLinear and QuantizeLinear is computed in integers by ONNX Runtime, with weights that it rounds itself.
        if (IsQuantized(source) && keepBoundary)
            StoreRaw(source, Emit.DequantizeByArithmetic(input, source.Quantization!));
        else
            StoreRaw(source, input);
    }

    internal override ElementType StoredType(Value source) => ElementType.Float;

    internal override ElementType BoundaryType(Value source) =>
        IsQuantized(source) && !keepBoundary ? ElementType.Float : ComplexNumbers.PartType(source.ElementType);

    internal override Value GetOutput(Value source) => IsQuantized(source) && keepBoundary
        ? Emit.Quantize(Real(source), source.Quantization!, source.ElementType)
        : Real(source);
}
