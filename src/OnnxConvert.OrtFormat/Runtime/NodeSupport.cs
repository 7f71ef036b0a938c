namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>Why an accelerator does not run a node.</summary>
[Flags]
internal enum NodeSupport
{
    Supported = 0,
    UnsupportedOperator = 1,
    DynamicShape = 2,
    UnsupportedForm = 4,
}
