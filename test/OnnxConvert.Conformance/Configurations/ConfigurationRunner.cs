using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>Makes the configuration of a model and compares it, as a set, with the one that ONNX Runtime's converter wrote.</summary>
/// <param name="folder">The folder that the models' paths start from.</param>
/// <param name="source">Where the models that are looked at come from.</param>
internal sealed class ConfigurationRunner(string folder, IConfigurationSource source)
{
    public CaseResult Run(ConfigurationCase test)
    {
        RequiredOperators actual;
        try
        {
            actual = source.Required(Path.Combine(folder, test.Model), test);
        }
        catch (Exception exception) when (exception is InvalidModelException or UnsupportedModelException or InternalErrorException)
        {
            return new CaseResult(test.Name, Stage.Unsupported) { Error = exception.Message };
        }
        catch (ModelRuntimeException exception)
        {
            return new CaseResult(test.Name, Stage.Load) { Error = exception.Message };
        }

        var expected = RequiredOperators.Parse(test.Expected);
        if (actual.Equals(expected))
            return new CaseResult(test.Name, Stage.Pass);
        return new CaseResult(test.Name, Stage.Wrong) { Error = Difference(actual, expected) };
    }

    private static string Difference(RequiredOperators actual, RequiredOperators expected) =>
        $"too much: {OneLine(actual.Except(expected))}; missing: {OneLine(expected.Except(actual))}";

    private static string OneLine(RequiredOperators required) =>
        required.Operators.IsEmpty ? "nothing" : required.ToString().TrimEnd().Replace("\n", " | ", StringComparison.Ordinal);
}
