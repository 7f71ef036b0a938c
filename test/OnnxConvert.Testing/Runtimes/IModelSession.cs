using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>A model that a runtime has loaded.</summary>
public interface IModelSession : IDisposable
{
    /// <summary>The inputs that must be fed, in the model's order: those without a default.</summary>
    IReadOnlyList<ValueInfo> Inputs { get; }

    /// <summary>In the model's order.</summary>
    IReadOnlyList<string> OutputNames { get; }

    /// <summary>The model's metadata properties.</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">By name; those with a default may be among them.</param>
    /// <returns>All outputs, in the order of <see cref="OutputNames"/>.</returns>
    /// <exception cref="ModelRuntimeException">The runtime says that the run failed.</exception>
    IReadOnlyList<Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs);
}
