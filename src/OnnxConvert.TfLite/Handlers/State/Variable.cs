namespace OnnxConvert.TfLite.Handlers;

/// <summary>What VAR_HANDLE refers to: variables with the same container and name are one, in all subgraphs.</summary>
internal sealed record Variable(string Container, string Name);
