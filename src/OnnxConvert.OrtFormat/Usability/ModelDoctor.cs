using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

/// <summary>Tells where a model runs, what stands in the way elsewhere, and what to do about it. Nothing is run.</summary>
public static class ModelDoctor
{
    /// <summary>The oldest release of ONNX Runtime whose kernels are known here; of those before, only which versions of models they take.</summary>
    public static string OldestExaminedRelease => RuntimeReleases.OldestExamined;

    /// <summary>Examines an ONNX model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configuration">The operators of a reduced build to hold it against, in the form that <see cref="OrtModel.FromOnnx"/> gives it by default; null for none.</param>
    public static Diagnosis Examine(Model model, RequiredOperators? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        RuntimeDiagnosis stock = StockExamination.Examine(model);
        if (!stock.Runs)
            return Of(model, stock, new RuntimeDiagnosis(false, null, stock.Findings), configuration?.Check(model));
        try
        {
            OrtModel ort = OrtModel.FromOnnx(model, new OrtOptions { OptimizationLevel = OptimizationLevel.Basic });
            var advice = new Finding("the model", "is ONNX, and a minimal build takes .ort files only", "Convert it: onnxconvert convert MODEL.onnx -o MODEL.ort");
            return Of(ort.Model, stock, new RuntimeDiagnosis(true, null, [advice]), configuration?.Check(OrtModel.FromOnnx(model)));
        }
        catch (UnsupportedModelException exception)
        {
            Finding[] findings = [.. exception.Items.Select(item => new Finding(Place(item), item.Reason, "Replace it, or use a full build"))];
            return Of(model, stock, new RuntimeDiagnosis(false, null, findings), configuration?.Check(model));
        }
    }

    /// <summary>Examines a model of the ORT format.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configuration">The operators of a reduced build to hold it against; null for none.</param>
    public static Diagnosis Examine(OrtModel model, RequiredOperators? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model.Model, StockExamination.Examine(model.Model, model.FormatVersion), MinimalBuildExamination.Examine(model), configuration?.Check(model));
    }

    private static Diagnosis Of(Model prepared, RuntimeDiagnosis stock, RuntimeDiagnosis minimal, IReadOnlyList<UnmetRequirement>? unmet) => new()
    {
        Stock = stock,
        MinimalBuild = minimal,
        Configured = unmet is null ? null : ConfigurationExamination.Of(unmet),
        Providers = [.. ProviderExamination.Providers.Select(table => ProviderExamination.Examine(prepared, table))],
    };

    private static string Place(UnsupportedItem item) => item.Node.Length > 0 ? $"{item.OpType} '{item.Node}'" : item.OpType.Length > 0 ? item.OpType : "the model";
}
