using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

/// <summary>Puts passes into an order that fulfils their Before and After; ties go by name, so that the order is the same everywhere.</summary>
internal static class PassOrder
{
    internal static List<Registration> Sort(IEnumerable<Registration> passes, SourceProductionContext output)
    {
        List<Registration> remaining = passes.OrderBy(p => p.ClassName, System.StringComparer.Ordinal).ToList();
        var ordered = new List<Registration>();
        while (remaining.Count > 0)
        {
            Registration next = remaining.FirstOrDefault(candidate => !remaining.Any(other => other != candidate && MustPrecede(other, candidate)));
            if (next == null)
            {
                foreach (Registration pass in remaining)
                    output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Cycle, pass.Place.ToLocation(), pass.DisplayName));
                break;
            }

            remaining.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static bool MustPrecede(Registration first, Registration second) =>
        first.Before == second.ClassName || second.After == first.ClassName;
}
