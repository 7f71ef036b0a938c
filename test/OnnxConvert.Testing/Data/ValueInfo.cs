namespace OnnxConvert.Testing.Data;

/// <summary>An input of a model as a runtime sees it; sizes that the model leaves open are -1.</summary>
public sealed record ValueInfo(string Name, TensorElementType Type, long[] Shape);
