using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>Shorter ways to run a model.</summary>
public static class ModelSessionExtensions
{
    /// <summary>Runs a model with inputs in its order.</summary>
    public static IReadOnlyList<Tensor> Run(this IModelSession session, IReadOnlyList<Tensor> inputs)
    {
        var named = new Dictionary<string, Tensor>();
        foreach ((ValueInfo input, Tensor tensor) in session.Inputs.Zip(inputs))
            named.Add(input.Name, tensor);
        return session.Run(named);
    }
}
