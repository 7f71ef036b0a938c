namespace OnnxConvert.Testing.Runtimes;

/// <summary>What computes models. Every suite runs on each of them; another one is another implementation, listed in <see cref="ModelRuntimes"/>.</summary>
public interface IModelRuntime
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Makes a model ready to run.</summary>
    /// <param name="model">The bytes of an ONNX file or of an ORT format file; which of them, they tell themselves.</param>
    /// <param name="settings">How the runtime is set up.</param>
    /// <exception cref="ModelRuntimeException">The runtime says that it cannot run this model.</exception>
    IModelSession Load(byte[] model, RuntimeSettings settings);
}
