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
    /// <exception cref="InvalidModelException">The model contradicts itself, and ONNX Runtime refuses it too.</exception>
    /// <exception cref="InternalErrorException">A fault of this library.</exception>
    public static Diagnosis Examine(Model model, RequiredOperators? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return InternalErrorException.Guard("The examination", () =>
        {
            RuntimeDiagnosis stock = StockExamination.Examine(model);
            return Convertible(model, stock, configuration);
        });
    }

    /// <summary>Examines a model of the ORT format.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configuration">The operators of a reduced build to hold it against; null for none.</param>
    /// <exception cref="InvalidModelException">The model contradicts itself where an optimization is saved.</exception>
    /// <exception cref="InternalErrorException">A fault of this library.</exception>
    public static Diagnosis Examine(OrtModel model, RequiredOperators? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return InternalErrorException.Guard("The examination", () =>
        {
            RuntimeDiagnosis stock = StockExamination.Examine(model.Model, model.FormatVersion);
            return Of(model.Model, stock, MinimalBuildExamination.Examine(model, stock), configuration?.Check(model));
        });
    }

    /// <summary>A minimal build runs a model if the .ort file of it can be made, and has kernels.</summary>
    private static Diagnosis Convertible(Model model, RuntimeDiagnosis stock, RequiredOperators? configuration)
    {
        try
        {
            using OrtModel ort = OrtModel.FromOnnx(model);
            RuntimeDiagnosis minimal = MinimalBuildExamination.OfConverted(ort);
            // Accelerators are given the nodes that the later levels fuse for the CPU.
            using OrtModel portable = OrtModel.FromOnnx(model, new OrtOptions { OptimizationLevel = OptimizationLevel.Basic });
            return Of(portable.Model, stock, minimal, configuration?.Check(ort));
        }
        catch (UnsupportedModelException exception)
        {
            return Of(model, stock, MinimalBuildExamination.Refused(exception), configuration?.Check(model));
        }
        catch (InvalidModelException) when (!stock.Runs)
        {
            return Of(model, stock, new RuntimeDiagnosis(false, null, stock.Findings), configuration?.Check(model));
        }
    }

    private static Diagnosis Of(Model prepared, RuntimeDiagnosis stock, RuntimeDiagnosis minimal, IReadOnlyList<UnmetRequirement>? unmet) => new()
    {
        Stock = stock,
        MinimalBuild = minimal,
        Configured = unmet is null ? null : ConfigurationExamination.Of(unmet),
        Providers = [.. ProviderExamination.Providers.Select(table => ProviderExamination.Examine(prepared, table))],
    };
}
