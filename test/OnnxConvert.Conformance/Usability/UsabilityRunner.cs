using System.Globalization;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Usability;

/// <summary>
/// Compares what <see cref="ModelDoctor"/> says, by names of operators alone, with ONNX Runtime's mobile checker, which looks at
/// the model that ONNX Runtime makes of the file at the level basic.
/// </summary>
/// <param name="folder">The folder that the models' paths start from.</param>
/// <param name="own">Whether the doctor looks at the file itself, as its users let it; else at the checker's model.</param>
internal sealed class UsabilityRunner(string folder, bool own)
{
    private static readonly OrtOptions Basic = new() { OptimizationLevel = OptimizationLevel.Basic };

    public CaseResult Run(UsabilityCase test)
    {
        try
        {
            string model = Path.Combine(folder, test.Model);
            var diagnosis = own ? ModelDoctor.Examine(OnnxModel.Load(model)) : ModelDoctor.Examine(OrtModel.Load(StockOptimizer.ToOrt(model, Basic)));
            string actual = Text(diagnosis.Providers.Single(provider => provider.Name == test.Provider));
            return actual == test.Expected
                ? new CaseResult(test.Name, Stage.Pass)
                : new CaseResult(test.Name, Stage.Wrong) { Error = $"{actual}  INSTEAD OF  {test.Expected}" };
        }
        catch (Exception exception) when (exception is OnnxConvertException or ModelRuntimeException)
        {
            return new CaseResult(test.Name, Stage.Load) { Error = exception.Message };
        }
    }

    private static string Text(ProviderDiagnosis provider)
    {
        var said = provider.ByName;
        string fixedShapes = provider.ByNameWithFixedShapes is { } other ? $", with fixed shapes {Word(other.Verdict)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"partitions {string.Join(',', said.Sizes.Order())}; of {said.Nodes}; by operator {said.NodesOfUnsupportedOperators} ({string.Join(',', said.UnsupportedOperators)}); by shape {said.NodesOfDynamicShape}; {Word(said.Verdict)}{fixedShapes}");
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToUpperInvariant();
}
