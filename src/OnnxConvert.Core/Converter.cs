using OnnxConvert.Converting;

namespace OnnxConvert;

/// <summary>
/// Where conversions start. Each source format adds its own method, such as <c>Converter.FromTfLite(path)</c> of the
/// package OnnxConvert.TfLite.
/// </summary>
public static class Converter
{
    /// <summary>Starts a conversion of a model that was read before.</summary>
    public static Conversion FromModel(SourceModel source) => new(source);
}
