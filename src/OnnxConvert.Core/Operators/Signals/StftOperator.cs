using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Signals;

/// <summary>STFT: Fourier transforms of overlapping frames of a signal.</summary>
[Defines("STFT")]
internal sealed class StftOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Stft(c));

    private static Shape? Stft(InferenceCall c)
    {
        if (c.Shape(0) is not { Rank: >= 2 } signal)
            return null;
        Dimension frame = c.Has(3) ? (c.Elements(3) is [var length] ? length.ToDimension() : Dimension.Unknown)
            : c.Shape(2) is { Rank: 1 } window ? window[0] : Dimension.Unknown;
        Dimension frames = signal[1].Size is { } size && frame.Size is { } width && c.Elements(1) is [{ Number: > 0 and { } step }]
            ? Dims.Of(((size - width) / step) + 1)
            : Dimension.Unknown;
        Dimension bins = c.Int("onesided", 1) != 0 ? Dims.Of((frame.Size / 2) + 1) : frame;
        return new Shape(signal[0], frames, bins, 2);
    }
}
