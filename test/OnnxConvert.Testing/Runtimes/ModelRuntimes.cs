namespace OnnxConvert.Testing.Runtimes;

/// <summary>The runtimes that there are.</summary>
public static class ModelRuntimes
{
    public static IReadOnlyList<IModelRuntime> All { get; } = [StockRuntime.Instance];

    public static IModelRuntime Find(string name) => All.FirstOrDefault(runtime => runtime.Name == name)
        ?? throw new ArgumentException($"There is no runtime '{name}'; there are: {string.Join(", ", All.Select(runtime => runtime.Name))}.", nameof(name));
}
