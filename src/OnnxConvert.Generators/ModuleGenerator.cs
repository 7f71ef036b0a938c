using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OnnxConvert.Generators;

/// <summary>
/// Writes, for the assembly being compiled, a module class that adds every class marked [OpHandler], [Rewriter] or
/// [Optimizer], and an assembly attribute that names it. Wrong use is a build error.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModuleGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<Registration>> handlers = Marked(context, "OpHandler");
        IncrementalValueProvider<ImmutableArray<Registration>> rewriters = Marked(context, "Rewriter");
        IncrementalValueProvider<ImmutableArray<Registration>> optimizers = Marked(context, "Optimizer");
        IncrementalValueProvider<string> assembly = context.CompilationProvider.Select((compilation, _) => compilation.AssemblyName ?? "Assembly");
        context.RegisterSourceOutput(
            handlers.Combine(rewriters).Combine(optimizers).Combine(assembly),
            (output, all) => Write(output, all.Right, all.Left.Left.Left, all.Left.Left.Right, all.Left.Right));
    }

    private static IncrementalValueProvider<ImmutableArray<Registration>> Marked(IncrementalGeneratorInitializationContext context, string kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Registration.NamespaceOf(kind) + "." + kind + "Attribute",
                (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                (found, _) => Registration.Read(found, kind).ToImmutableArray())
            .SelectMany((registrations, _) => registrations)
            .Collect();

    private static void Write(
        SourceProductionContext output,
        string assembly,
        ImmutableArray<Registration> handlers,
        ImmutableArray<Registration> rewriters,
        ImmutableArray<Registration> optimizers)
    {
        List<Registration> usable = handlers.Concat(rewriters).Concat(optimizers).Where(r => Check(output, r)).ToList();
        ReportDuplicates(output, usable);
        if (usable.Count == 0)
            return;
        List<Registration> ordered = usable.Where(r => r.Kind == "OpHandler")
            .OrderBy(r => r.Domain, System.StringComparer.Ordinal).ThenBy(r => r.OpType, System.StringComparer.Ordinal).ThenBy(r => r.MinOpset)
            .Concat(PassOrder.Sort(usable.Where(r => r.Kind == "Rewriter"), output))
            .Concat(PassOrder.Sort(usable.Where(r => r.Kind == "Optimizer"), output))
            .ToList();
        output.AddSource("RegistrationModule.g.cs", ModuleWriter.Write(assembly, ordered));
    }

    private static bool Check(SourceProductionContext output, Registration registration)
    {
        Diagnostic problem = null;
        if (registration.Problem != null)
            problem = Diagnostic.Create(Diagnostics.NotConstructible, registration.Place.ToLocation(), registration.DisplayName, registration.Problem);
        else if (!registration.ImplementsInterface)
            problem = Diagnostic.Create(Diagnostics.WrongInterface, registration.Place.ToLocation(), registration.DisplayName, registration.Kind, registration.Interface);
        else if (registration.MinOpset < 0 || registration.MinOpset > 99)
            problem = Diagnostic.Create(Diagnostics.WrongOpset, registration.Place.ToLocation(), registration.DisplayName, registration.MinOpset);
        if (problem != null)
            output.ReportDiagnostic(problem);
        return problem == null;
    }

    private static void ReportDuplicates(SourceProductionContext output, List<Registration> registrations)
    {
        IEnumerable<IGrouping<string, Registration>> groups = registrations
            .Where(r => r.Kind == "OpHandler")
            .GroupBy(r => r.Domain + ":" + r.OpType + ":" + r.MinOpset);
        foreach (IGrouping<string, Registration> group in groups.Where(g => g.Count() > 1))
        {
            Registration first = group.First();
            foreach (Registration other in group.Skip(1))
                output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Duplicate, other.Place.ToLocation(), other.DisplayName, first.DisplayName, other.OpType, other.MinOpset));
        }
    }
}
