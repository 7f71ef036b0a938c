using OnnxConvert.Converting;

namespace OnnxConvert.Optimizers;

/// <summary>The optimizers of this library.</summary>
internal static class BuiltInOptimizers
{
    /// <summary>Adds them in their order, which the source generator makes of their attributes.</summary>
    internal static void Register(RegistrationBuilder registry) => new Core.Generated.RegistrationModule().Register(registry);
}
