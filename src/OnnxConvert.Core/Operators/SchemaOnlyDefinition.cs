namespace OnnxConvert.Operators;

/// <summary>An operator of which nothing is known but its schemas, from which its element types follow.</summary>
internal sealed class SchemaOnlyDefinition : OperatorDefinition;
