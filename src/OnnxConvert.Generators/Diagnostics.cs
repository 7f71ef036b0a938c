using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

/// <summary>What the generator says about wrong use; all of it breaks the build.</summary>
internal static class Diagnostics
{
    internal static readonly DiagnosticDescriptor NotConstructible = Error(
        "OC0001", "A registered class must be constructible", "'{0}' cannot be registered: {1}");

    internal static readonly DiagnosticDescriptor WrongInterface = Error(
        "OC0002", "A registered class must implement the interface of its attribute", "'{0}' is marked [{1}] but does not implement {2}");

    internal static readonly DiagnosticDescriptor Duplicate = Error(
        "OC0003", "An operator must have one handler for each opset", "'{0}' and '{1}' both handle {2} from opset {3}");

    internal static readonly DiagnosticDescriptor WrongOpset = Error(
        "OC0004", "An opset must exist", "'{0}' has MinOpset = {1}; opsets are 0 (all) to 99");

    internal static readonly DiagnosticDescriptor Cycle = Error(
        "OC0005", "Passes must have an order", "'{0}' cannot be put in order: its Before and After lead back to itself");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "OnnxConvert.Registration", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
