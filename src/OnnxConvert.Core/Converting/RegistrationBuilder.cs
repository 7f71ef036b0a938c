using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting;

/// <summary>
/// Collects handlers, rewriters and optimizers for one conversion. Within one module an operator may have several handlers
/// for different opsets. A handler that is registered later, by another module or by <see cref="Conversion.Configure"/>,
/// serves every target from its own opset on; earlier ones are left for lower targets only.
/// </summary>
public sealed class RegistrationBuilder
{
    private readonly OrderedDictionary<(string Domain, string OpType, int MinOpset), RegisteredHandler> _handlers = [];
    private readonly Dictionary<(string Domain, string OpType), List<RegisteredHandler>> _byOperator = [];
    private readonly List<string> _replacements = [];
    private readonly HashSet<(string Domain, string OpType, int MinOpset)> _ofThisModule = [];

    /// <summary>The rewriters in the order in which they run.</summary>
    public PassList<IRewriter> Rewriters { get; } = new();

    /// <summary>The optimizers in the order in which they run.</summary>
    public PassList<IOptimizer> Optimizers { get; } = new();

    /// <summary>The handlers in the order in which they were added.</summary>
    public IReadOnlyCollection<RegisteredHandler> Handlers => _handlers.Values;

    /// <summary>Which handler took the place of which, one sentence each.</summary>
    public IReadOnlyList<string> Replacements => _replacements;

    /// <summary>Adds a handler for an operator.</summary>
    /// <param name="domain">The source format's domain.</param>
    /// <param name="opType">The operator's name there.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="minOpset">The lowest target opset that it serves.</param>
    /// <param name="restrictions">What it does not cover, for the operator list; null when it covers all.</param>
    public void AddHandler(string domain, string opType, IOpHandler handler, int minOpset = 0, string? restrictions = null)
    {
        if (!_byOperator.TryGetValue((domain, opType), out List<RegisteredHandler>? known))
            _byOperator.Add((domain, opType), known = []);
        foreach (RegisteredHandler earlier in known.Where(earlier => IsReplacedBy(minOpset, earlier)).ToArray())
        {
            known.Remove(earlier);
            _handlers.Remove((domain, opType, earlier.MinOpset));
            _replacements.Add($"{opType}: {handler.GetType().FullName} replaces {earlier.Handler.GetType().FullName}");
        }

        var key = (domain, opType, minOpset);
        var registered = new RegisteredHandler(domain, opType, minOpset, restrictions, handler);
        known.Add(registered);
        _handlers.Add(key, registered);
        _ofThisModule.Add(key);
    }

    /// <summary>Says that what follows comes from another module, and replaces what was added before.</summary>
    internal void StartModule() => _ofThisModule.Clear();

    /// <summary>The handler for an operator at a target opset, or null.</summary>
    internal RegisteredHandler? FindHandler(string domain, string opType, int opset)
    {
        RegisteredHandler? best = null;
        foreach (RegisteredHandler handler in _byOperator.GetValueOrDefault((domain, opType)) ?? [])
        {
            if (handler.MinOpset <= opset && handler.MinOpset >= (best?.MinOpset ?? 0))
                best = handler;
        }

        return best;
    }

    /// <summary>Whether a handler of the same operator gives way to one from an opset on.</summary>
    private bool IsReplacedBy(int minOpset, RegisteredHandler earlier) => earlier.MinOpset == minOpset
        || (earlier.MinOpset > minOpset && !_ofThisModule.Contains((earlier.Domain, earlier.OpType, earlier.MinOpset)));
}
