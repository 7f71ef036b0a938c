namespace OnnxConvert.OrtFormat;

public sealed partial class RequiredOperators
{
    /// <summary>Reads a configuration file.</summary>
    /// <param name="path">The file, such as <c>required_operators_and_types.config</c>.</param>
    /// <exception cref="InvalidConfigurationException">A line is not as the format asks; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RequiredOperators Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ConfigurationReader.Read(File.ReadLines(path), path);
    }

    /// <summary>Reads the text of a configuration.</summary>
    /// <param name="text">The lines.</param>
    /// <exception cref="InvalidConfigurationException">A line is not as the format asks; the message names it.</exception>
    public static RequiredOperators Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ConfigurationReader.Read(text.Split('\n'), "the configuration");
    }

    /// <summary>Writes a configuration file; an existing one is replaced.</summary>
    /// <param name="path">The file. ONNX Runtime's build takes it as <c>--include_ops_by_config</c>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, ToString());
    }

    /// <summary>The text of the configuration: comments, limits, then a line for each domain and version.</summary>
    public override string ToString() => ConfigurationWriter.Write(this);
}
