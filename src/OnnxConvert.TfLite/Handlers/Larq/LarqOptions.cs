using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Options that Larq's operators have in common, by the numbers of TFLite's schema.</summary>
internal static class LarqOptions
{
    private const int Valid = 1;

    /// <summary>Whether the padding is SAME.</summary>
    internal static bool PadsSame(OpContext op, FlexMap options) => op.RequireInt(options, "padding", 0, Valid) != Valid;
}
