using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>The attributes of a sliding window (convolution, pooling), filled with their defaults, and the sizes that follow.</summary>
internal sealed class Windows
{
    private readonly long[] _strides;
    private readonly long[] _dilations;
    private readonly long[] _pads;
    private readonly string _autoPad;

    public Windows(InferenceCall c, int axes)
    {
        _strides = Values(c, "strides", axes, 1);
        _dilations = Values(c, "dilations", axes, 1);
        _pads = Values(c, "pads", 2 * axes, 0);
        _autoPad = c.String("auto_pad", "NOTSET");
        if (_strides.Any(s => s < 1) || _dilations.Any(d => d < 1))
            c.Fail("strides and dilations must be 1 or more");
    }

    public static long[] Values(InferenceCall c, string name, int count, long otherwise)
    {
        if (c.Ints(name) is not { Length: > 0 } values)
            return [.. Enumerable.Repeat(otherwise, count)];
        if (values.Length != count)
            c.Fail($"attribute '{name}' has {values.Length} entries; {count} are needed");
        return [.. values];
    }

    /// <summary>The number of places of a window of size <paramref name="kernel"/> along an axis.</summary>
    public Dimension Output(InferenceCall c, int axis, Dimension input, Dimension kernel, bool isCeil = false)
    {
        long stride = _strides[axis];
        if (_autoPad is "SAME_UPPER" or "SAME_LOWER")
            return stride == 1 ? input : Dims.Of((input.Size + stride - 1) / stride);
        if (kernel.Size is not { } window)
            return Dimension.Unknown;
        int axes = _strides.Length;
        long begin = _autoPad == "VALID" ? 0 : _pads[axis];
        long end = _autoPad == "VALID" ? 0 : _pads[axis + axes];
        if (input.Size is not { } size)
            return stride == 1 ? Dims.Add(input, begin + end - ((window - 1) * _dilations[axis])) : Dimension.Unknown;
        long free = size + begin + end - (((window - 1) * _dilations[axis]) + 1);
        if (free < 0 && isCeil && free + stride > 0)
            return 1;
        if (free < 0 && size > 0)
            c.Fail($"the window of {((window - 1) * _dilations[axis]) + 1} along spatial axis {axis} is larger than the input, which has {size} with {begin + end} of padding");
        if (free < 0)
            return 0;
        long count = ((isCeil ? free + stride - 1 : free) / stride) + 1;
        // A window that would start in the padding at the end is left out.
        return isCeil && (count - 1) * stride >= size + begin ? count - 1 : count;
    }

    /// <summary>The size along an axis of what a transposed convolution computes.</summary>
    public Dimension Transposed(int axis, Dimension input, Dimension kernel, long outputPadding)
    {
        if (input.Size is not { } size)
            return Dimension.Unknown;
        if (_autoPad is "SAME_UPPER" or "SAME_LOWER")
            return size * _strides[axis];
        if (kernel.Size is not { } window)
            return Dimension.Unknown;
        long pads = _autoPad == "VALID" ? 0 : _pads[axis] + _pads[axis + _strides.Length];
        return Dims.Of((_strides[axis] * (size - 1)) + outputPadding + ((window - 1) * _dilations[axis]) + 1 - pads);
    }
}
