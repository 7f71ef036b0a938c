using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Writes what is said about a model where the conversion takes it along: a program that runs the ONNX model finds
/// normalization and labels in <c>metadata_props</c>, as <c>input.NAME.mean</c> or <c>output.NAME.labels</c>.
/// </summary>
internal static class ModelProperties
{
    // A file of labels is a few kilobytes; vocabularies stay outside.
    private const long LongestText = 1 << 20;

    /// <summary>The properties of the model as a whole.</summary>
    public static OrderedDictionary<string, string> Of(TfLiteModel model)
    {
        var properties = new OrderedDictionary<string, string>();
        if (model.ModelMetadata is not { } metadata)
            return properties;
        foreach ((string name, string text) in ((string, string)[])[("name", metadata.Name), ("description", metadata.Description), ("version", metadata.Version), ("author", metadata.Author), ("license", metadata.License)])
        {
            if (text.Length > 0)
                properties[name] = text;
        }

        return properties;
    }

    /// <summary>Gives the inputs and outputs of the main graph their properties.</summary>
    public static void Attach(TfLiteModel model)
    {
        if (model.ModelMetadata is not { } metadata)
            return;
        foreach ((Value input, TfLiteTensorMetadata about) in model.Subgraphs[0].Inputs.Zip(metadata.Inputs))
            Attach(input, about, model);
        foreach ((Value output, TfLiteTensorMetadata about) in model.Subgraphs[0].Outputs.Zip(metadata.Outputs))
            Attach(output, about, model);
    }

    private static void Attach(Value value, TfLiteTensorMetadata about, TfLiteModel model)
    {
        Set(value, "description", about.Description);
        Set(value, "mean", Text(about.Mean));
        Set(value, "std", Text(about.Std));
        Set(value, "min", Text(about.Min));
        Set(value, "max", Text(about.Max));
        Set(value, "score_threshold", about.ScoreThreshold?.ToString(CultureInfo.InvariantCulture));
        Set(value, "labels", Lines(model, about.AxisLabelFile));
        Set(value, "value_labels", Lines(model, about.ValueLabelFile));
    }

    private static void Set(Value value, string property, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            value.Metadata[SourceModel.PropertyPrefix + property] = text;
    }

    private static string Text(ImmutableArray<float> values) => string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A file's lines, each ended by one line feed but for the last; null when it is not there.</summary>
    private static string? Lines(TfLiteModel model, string? file)
    {
        if (file is null || model.AssociatedFiles.FirstOrDefault(one => one.Name == file) is not { Length: <= LongestText })
            return null;
        try
        {
            string text = Encoding.UTF8.GetString(model.ReadAssociatedFile(file).Span);
            return text.ReplaceLineEndings("\n").TrimEnd('\n');
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }
}
