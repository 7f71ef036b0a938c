using OnnxConvert.Extensibility;

namespace OnnxConvert.Optimizers;

/// <summary>The optimizers of this library in the order in which they run.</summary>
internal static class BuiltInOptimizers
{
    internal static void Register(RegistrationBuilder registry)
    {
        _ = registry;
    }
}
