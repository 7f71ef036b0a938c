using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Fourier transforms. The last dimension is 1 for real, 2 for complex numbers.</summary>
internal static class SignalInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, c.Type(0), Dft(c)), "DFT");
        table.Add(static c => c.Set(0, c.Type(0), Stft(c)), "STFT");
        table.Add(static c => c.Set(0, ElementType.UInt8, new Shape(Dimension.Unknown, Dimension.Unknown, c.String("pixel_format", "RGB") == "Grayscale" ? 1 : 3)), "ImageDecoder");
    }

    private static Shape? Dft(InferenceContext c)
    {
        if (c.Shape(0) is not { Rank: >= 2 } x)
            return null;
        // Opset 17 has the axis as an attribute with default 1, opset 20 as an input with default -2.
        long? axis = c.Opset < 20 ? c.Int("axis", 1) : !c.Has(2) ? -2 : c.Constant(2) is [var given] ? given : null;
        if (axis is not { } number)
            return Dims.OfRank(x.Rank).With(x.Rank - 1, Dimension.Unknown);
        int at = c.Axis(number, x.Rank);
        bool isOneSided = c.Int("onesided", 0) != 0;
        bool isInverse = c.Int("inverse", 0) != 0;
        Dimension length = !c.Has(1) ? x[at] : c.Data(1) is [var size] ? size.ToDimension() : Dimension.Unknown;
        if (isOneSided && !isInverse)
            length = Dims.Of((length.Size / 2) + 1);
        if (isOneSided && isInverse)
            return x.With(at, c.Has(1) ? length : Dimension.Unknown).With(x.Rank - 1, Dimension.Unknown);
        return x.With(at, length).With(x.Rank - 1, 2);
    }

    private static Shape? Stft(InferenceContext c)
    {
        if (c.Shape(0) is not { Rank: >= 2 } signal)
            return null;
        Dimension frame = c.Has(3) ? (c.Data(3) is [var length] ? length.ToDimension() : Dimension.Unknown)
            : c.Shape(2) is { Rank: 1 } window ? window[0] : Dimension.Unknown;
        Dimension frames = signal[1].Size is { } size && frame.Size is { } width && c.Data(1) is [{ Number: > 0 and { } step }]
            ? Dims.Of(((size - width) / step) + 1)
            : Dimension.Unknown;
        Dimension bins = c.Int("onesided", 1) != 0 ? Dims.Of((frame.Size / 2) + 1) : frame;
        return new Shape(signal[0], frames, bins, 2);
    }
}
