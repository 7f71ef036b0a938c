using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

/// <summary>One attribute on one class, reduced to what the generated code needs.</summary>
internal sealed class Registration : IEquatable<Registration>
{

    /// <summary><c>OpHandler</c>, <c>Rewriter</c> or <c>Optimizer</c>.</summary>
    internal string Kind { get; private set; } = "";

    internal string ClassName { get; private set; } = "";

    /// <summary>The class as a person writes it, for messages.</summary>
    internal string DisplayName => ClassName.StartsWith("global::", StringComparison.Ordinal) ? ClassName.Substring("global::".Length) : ClassName;

    internal string Domain { get; private set; } = "";

    internal string OpType { get; private set; } = "";

    internal int MinOpset { get; private set; }

    internal string Restrictions { get; private set; }

    internal string Before { get; private set; }

    internal string After { get; private set; }

    /// <summary>Why the class cannot be registered, or null.</summary>
    internal string Problem { get; private set; }

    internal bool ImplementsInterface { get; private set; }

    internal SourcePlace Place { get; private set; }

    internal string Interface => Kind == "OpHandler" ? "IOpHandler" : Kind == "Rewriter" ? "IRewriter" : "IOptimizer";

    /// <summary>Where the attribute of a kind and the interface that goes with it stand.</summary>
    internal static string NamespaceOf(string kind) => kind == "Optimizer" ? "OnnxConvert.Rewriting" : "OnnxConvert.Converting";

    internal static IEnumerable<Registration> Read(GeneratorAttributeSyntaxContext context, string kind)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        foreach (AttributeData attribute in context.Attributes)
        {
            var registration = new Registration
            {
                Kind = kind,
                ClassName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Place = SourcePlace.Of(context.TargetNode),
                Problem = FindProblem(type),
            };
            registration.ImplementsInterface = type.AllInterfaces.Any(i => i.ToDisplayString() == NamespaceOf(registration.Kind) + "." + registration.Interface);
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
        && Problem == other.Problem && ImplementsInterface == other.ImplementsInterface && Place.Equals(other.Place);

    public override bool Equals(object obj) => Equals(obj as Registration);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ClassName + OpType);

    private static string FindProblem(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
            return "it is abstract";
        if (type.IsGenericType)
            return "it is generic";
        for (INamedTypeSymbol around = type; around != null; around = around.ContainingType)
        {
            if (around.IsFileLocal || around.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return "generated code cannot see it; make it internal or public";
            if (around.IsGenericType)
                return "it stands in a generic class";
        }

        bool constructible = type.InstanceConstructors.Any(c => c.Parameters.Length == 0
            && c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);
        return constructible ? null : "it has no public or internal constructor without parameters";
    }

    private void Set(string name, object value)
    {
        switch (name)
        {
            case "MinOpset": MinOpset = value as int? ?? 0; break;
            case "Restrictions": Restrictions = value as string; break;
            case "Before": Before = (value as ITypeSymbol)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat); break;
            case "After": After = (value as ITypeSymbol)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat); break;
        }
    }
}
