using System.Collections.Immutable;

namespace OnnxConvert;

/// <summary>The model is well formed, but holds something that cannot be converted or run. Lists everything of that kind at once.</summary>
public sealed class UnsupportedModelException : OnnxConvertException
{
    /// <summary>Creates the exception from all that is not supported.</summary>
    public UnsupportedModelException(IEnumerable<UnsupportedItem> items)
        : this([.. items])
    {
    }

    /// <summary>Creates the exception for a single reason that is about the model as a whole.</summary>
    public UnsupportedModelException(string reason)
        : this([new UnsupportedItem("", "", null, reason)])
    {
    }

    private UnsupportedModelException(ImmutableArray<UnsupportedItem> items)
        : base(Describe(items)) => Items = items;

    /// <summary>Everything in the model that is not supported, in the model's order.</summary>
    public ImmutableArray<UnsupportedItem> Items { get; }

    private static string Describe(ImmutableArray<UnsupportedItem> items)
    {
        const int Shown = 20;
        if (items.Length == 1)
            return $"Not supported: {items[0]}";
        string rest = items.Length > Shown ? $"{Environment.NewLine}  and {items.Length - Shown} more" : "";
        return $"Not supported, in {items.Length} places:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", items.Take(Shown))}{rest}";
    }
}
