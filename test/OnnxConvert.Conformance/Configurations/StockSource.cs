using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>From files that stock ONNX Runtime writes, so that only the reading and the rules for types are judged.</summary>
internal sealed class StockSource : IConfigurationSource
{
    public RequiredOperators Required(string model, ConfigurationCase test)
    {
        var usage = new OperatorUsage();
        string output = Path.Combine(Path.GetTempPath(), $"onnxconvert-{Guid.NewGuid():N}.ort");
        try
        {
            // Of style Runtime both forms are needed: before and after the saved optimizations are done.
            foreach (string? optimizations in test.Style == "Runtime" ? (string?[])["save", "apply"] : [null])
            {
                StockWriter.Write(model, test.Level, optimizations, output);
                usage.Add(test.Model, OrtModel.Load(File.ReadAllBytes(output)).Model);
            }
        }
        finally
        {
            File.Delete(output);
        }

        return usage.Required(test.WithTypes);
    }
}
