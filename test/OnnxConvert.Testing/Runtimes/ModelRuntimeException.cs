namespace OnnxConvert.Testing.Runtimes;

/// <summary>A runtime refused a model or failed in a run, and said so in its documented way; anything else that is thrown is a fault.</summary>
public sealed class ModelRuntimeException(string message, Exception? inner = null) : Exception(message, inner);
