namespace OnnxConvert.Optimizers.Fusions;

/// <summary>What <see cref="ConvScaleFusionOptimizer"/> folds into convolutions.</summary>
public sealed record ConvScaleFusionOptions
{
    /// <summary>The operators that are folded, of Mul, Add, Sub and BatchNormalization.</summary>
    /// <value>By default the first three, which converters make of the fourth.</value>
    public IReadOnlySet<string> Operators { get; init; } = new HashSet<string> { "Mul", "Add", "Sub" };

    /// <summary>Whether a constant of one element stands for one in each channel, whatever its rank; otherwise only a scalar factor does.</summary>
    public bool BroadcastsSingles { get; init; } = true;
}
