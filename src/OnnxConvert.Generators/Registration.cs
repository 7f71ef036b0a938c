using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

/// <summary>One attribute on one class, reduced to what the generated code needs.</summary>
internal sealed class Registration : IEquatable<Registration>
{
    internal const string Namespace = "OnnxConvert.Extensibility";

    /// <summary><c>OpHandler</c>, <c>Rewriter</c> or <c>Optimizer</c>.</summary>
    internal string Kind { get; private set; } = "";

    internal string ClassName { get; private set; } = "";

    internal string Domain { get; private set; } = "";

    internal string OpType { get; private set; } = "";

    internal int MinOpset { get; private set; }

    internal string Restrictions { get; private set; }

    internal string Before { get; private set; }

    internal string After { get; private set; }

    /// <summary>Why the class cannot be registered, or null.</summary>
    internal string Problem { get; private set; }

    internal bool ImplementsInterface { get; private set; }

    internal Location Location { get; private set; }

    internal string Interface => Kind == "OpHandler" ? "IOpHandler" : Kind == "Rewriter" ? "IRewriter" : "IOptimizer";

    internal static IEnumerable<Registration> Read(GeneratorAttributeSyntaxContext context, string kind)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        foreach (AttributeData attribute in context.Attributes)
        {
            var registration = new Registration
            {
                Kind = kind,
                ClassName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Location = type.Locations.FirstOrDefault(),
                Problem = FindProblem(type),
            };
            registration.ImplementsInterface = type.AllInterfaces.Any(i => i.ToDisplayString() == Namespace + "." + registration.Interface);
            if (kind == "OpHandler" && attribute.ConstructorArguments.Length == 2)
            {
                registration.Domain = attribute.ConstructorArguments[0].Value as string ?? "";
                registration.OpType = attribute.ConstructorArguments[1].Value as string ?? "";
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
                registration.Set(argument.Key, argument.Value.Value);
            yield return registration;
        }
    }

    public bool Equals(Registration other) => other != null
        && Kind == other.Kind && ClassName == other.ClassName && Domain == other.Domain && OpType == other.OpType
        && MinOpset == other.MinOpset && Restrictions == other.Restrictions && Before == other.Before && After == other.After
        && Problem == other.Problem && ImplementsInterface == other.ImplementsInterface;

    public override bool Equals(object obj) => Equals(obj as Registration);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ClassName + OpType);

    private static string FindProblem(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
            return "it is abstract";
        if (type.IsGenericType)
            return "it is generic";
        bool constructible = type.InstanceConstructors.Any(c => c.Parameters.Length == 0
            && c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);
        return constructible ? null : "it has no public or internal constructor without parameters";
    }

    private void Set(string name, object value)
    {
        switch (name)
        {
            case "MinOpset": MinOpset = (int)value; break;
            case "Restrictions": Restrictions = value as string; break;
            case "Before": Before = (value as ITypeSymbol)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat); break;
            case "After": After = (value as ITypeSymbol)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat); break;
        }
    }
}
