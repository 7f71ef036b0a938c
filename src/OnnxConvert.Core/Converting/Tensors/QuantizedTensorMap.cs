using System.Collections.Immutable;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>
/// Keeps quantized tensors quantized. Activations of int8 are stored as uint8, shifted by 128: bit for bit the same model,
/// and the form for which ONNX Runtime has integer kernels throughout.
/// </summary>
internal sealed class QuantizedTensorMap(Emitter emit) : TensorMap(emit)
{
    internal override bool IsDequantizing => false;

    internal override Value Real(Value source)
    {
        if (!IsQuantized(source))
            return Plain(source);
        return FindReal(source) ?? StoreReal(source, Emit.Dequantize(Raw(source), StoredParameters(source)));
    }

    internal override Value Raw(Value source)
    {
        if (!IsQuantized(source))
            return Plain(source);
        if (FindRaw(source) is { } raw)
            return raw;
        if (source.Constant is not { } data)
            throw Missing(source);
        return StoreRaw(source, Emit.Const(Constants.ToStored(data), source.Name));
    }

    internal override Value Declared(Value source)
    {
        Value raw = Raw(source);
        return IsQuantized(source) ? Shift(raw, source.ElementType, -StoredOffset(source.ElementType)) : raw;
    }

    internal override Value Weight(Value source, ReadOnlySpan<int> permutation, Func<TensorData, TensorData>? change)
    {
        if (source.Constant is not { } data)
        {
            if (change is not null)
                throw new UnsupportedModelException([new UnsupportedItem("", "", source.Name, "the weights must be constant")]);
            return Emit.Transpose(Real(source), permutation);
        }

        data = Constants.ForOpset(data, Emit.Opset);
        if (!permutation.IsEmpty)
            data = data.Transpose(permutation);
        if (change is not null)
            data = change(data);
        Value stored = Emit.Const(data, source.Name);
        return IsQuantized(source) ? Emit.Dequantize(stored, Constants.Permute(source.Quantization!, permutation)) : stored;
    }

    internal override Value Bias(Value bias, Value input, Value weight)
    {
        if (bias.ElementType is not (ElementType.Int32 or ElementType.Int64))
            return Real(bias);
        QuantizationParameters parameters = Constants.BiasParameters(input, weight)
            ?? throw new UnsupportedModelException([new UnsupportedItem("", "", bias.Name, "an integer bias needs a quantized input and quantized weights")]);
        if (bias.Constant is not { } data)
            return Emit.Mul(Emit.Cast(Plain(bias), ElementType.Float), Emit.Const(TensorData.Vector(parameters.Scales.AsSpan())));
        return Constants.TryNarrowToInt32(data) is { } narrow
            ? Emit.Dequantize(Emit.Const(narrow, bias.Name), parameters)
            : Emit.Const(Constants.Dequantize(data, parameters), bias.Name);
    }

    internal override Value RawZero(Value source) => IsQuantized(source)
        ? Emit.Const(StoredParameters(source).ZeroPoint, StoredType(source.ElementType))
        : Emit.Const(0, source.ElementType);

    internal override (double Min, double Max) RawRange(Value source, RealRange range)
    {
        if (!IsQuantized(source))
            return (range.Min, range.Max);
        ElementType type = StoredType(source.ElementType);
        (long lowest, long highest) = type.IntegerRange();
        (long min, long max) = QuantizedRange.Of(StoredParameters(source), type, range);
        return (min == lowest ? double.NegativeInfinity : min, max == highest ? double.PositiveInfinity : max);
    }

    internal override QuantizationParameters? StoredQuantization(Value source) => IsQuantized(source) ? StoredParameters(source) : null;

    internal override void SetReal(Value source, Value real, RealRange range)
    {
        if (!IsQuantized(source))
        {
            StoreRaw(source, Emit.Clip(real, range));
            return;
        }

        QuantizationParameters parameters = StoredParameters(source);
        ElementType type = StoredType(source.ElementType);
        if (range.IsAll || !parameters.IsPerTensor)
        {
            StoreRaw(source, Emit.Quantize(Emit.Clip(real, range), parameters, type));
            return;
        }

        (long min, long max) = QuantizedRange.Of(parameters, type, range);
        bool limits = (min, max) != type.IntegerRange();
        // A limit behind the quantization leaves the linear operator next to it, where a runtime can fuse the two.
        bool behind = Emit.Opset >= 12 && type == ElementType.UInt8;
        if (!behind && limits)
            real = Emit.Clip(real, range);
        Value quantized = Emit.Quantize(real, parameters, type);
        StoreRaw(source, behind && limits ? Emit.Clip(quantized, min, max) : quantized);
    }

    internal override void SetBounded(Value source, Value real) => SetReal(source, real, RealRange.All);

    internal override void SetRaw(Value source, Value raw)
    {
        if (!IsQuantized(source))
        {
            StoreRaw(source, raw.ElementType == source.ElementType || source.ElementType == ElementType.Undefined ? raw : Emit.Cast(raw, source.ElementType));
            return;
        }

        // Between a tensor without parameters and one with them the bare integers move, so the shift is made up for.
        ElementType stored = StoredType(source.ElementType);
        StoreRaw(source, raw.ElementType == stored ? raw : Shift(raw, stored, StoredOffset(source.ElementType)));
    }

    internal override void SetDeclared(Value source, Value declared) => StoreRaw(source, IsQuantized(source)
        ? Shift(declared, StoredType(source.ElementType), StoredOffset(source.ElementType))
        : declared);

    internal override Value StoredFor(Value source, Value target)
    {
        RequireSameType(source, target);
        if (IsQuantized(source) == IsQuantized(target))
            return Raw(source);
        int offset = StoredOffset(target.ElementType);
        return IsQuantized(target) ? Shift(Raw(source), StoredType(target.ElementType), offset) : Declared(source);
    }

    internal override void SetInput(Value source, Value input)
    {
        if (IsQuantized(source) && StoredType(source.ElementType) != source.ElementType)
            StoreRaw(source, Emit.Quantize(Emit.Dequantize(input, source.Quantization!), StoredParameters(source), StoredType(source.ElementType)));
        else
            StoreRaw(source, input);
    }

    internal override ElementType StoredType(Value source) => StoredType(source.ElementType);

    internal override ElementType BoundaryType(Value source) => ComplexNumbers.PartType(source.ElementType);

    internal override Value GetOutput(Value source)
    {
        Value raw = Raw(source);
        return IsQuantized(source) && raw.ElementType != source.ElementType
            ? Emit.Quantize(Real(source), source.Quantization!, source.ElementType)
            : raw;
    }

    /// <summary>The type in which a quantized activation is stored.</summary>
    private static ElementType StoredType(ElementType declared) => declared switch
    {
        ElementType.Int8 => ElementType.UInt8,
        ElementType.Int4 or ElementType.Int2 => ElementType.Int8,
        ElementType.UInt4 or ElementType.UInt2 => ElementType.UInt8,
        _ => declared,
    };

    private static int StoredOffset(ElementType declared) => declared == ElementType.Int8 ? 128 : 0;

    private static QuantizationParameters StoredParameters(Value source)
    {
        QuantizationParameters parameters = source.Quantization!;
        int offset = StoredOffset(source.ElementType);
        return offset == 0
            ? parameters
            : new QuantizationParameters(parameters.Scales, [.. parameters.ZeroPoints.Select(z => z + offset)], parameters.Axis);
    }

    private Value Shift(Value value, ElementType type, int offset)
    {
        if (offset == 0)
            return Emit.Cast(value, type);
        return Emit.Cast(Emit.Add(Emit.Cast(value, ElementType.Int32), Emit.Const(offset)), type);
    }
}
