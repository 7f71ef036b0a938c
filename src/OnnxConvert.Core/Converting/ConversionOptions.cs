using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Converting.Stages;
using OnnxConvert.Emission;

namespace OnnxConvert.Converting;

/// <summary>Everything that a <see cref="Conversion"/> was asked for; immutable, so that a running conversion has its own.</summary>
internal sealed record ConversionOptions
{
    /// <summary>Below, too much of what models need has no form.</summary>
    internal const int MinOpset = 9;

    internal bool Dequantize { get; init; }

    internal bool QuantizedTables { get; init; }

    internal bool QuantizeActivations { get; init; }

    internal bool KeepIntegerBoundary { get; init; }

    internal ImmutableSortedDictionary<string, ImmutableArray<long>> InputShapes { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<long>>(StringComparer.Ordinal);

    internal ImmutableHashSet<string> InputsAsNchw { get; init; } = [];

    internal ImmutableHashSet<string> OutputsAsNchw { get; init; } = [];

    internal ImmutableSortedDictionary<string, string> Renames { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal SourceSignature? Signature { get; init; }

    internal ImmutableArray<string> Outputs { get; init; } = [];

    internal ImmutableSortedDictionary<string, string> PassThrough { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal ImmutableArray<IRegistrationModule> Modules { get; init; } = [];

    internal ImmutableArray<Action<RegistrationBuilder>> Registrations { get; init; } = [];

    internal IKernelSupport? Kernels { get; init; }

    internal ILogger Logger { get; init; } = NullLogger.Instance;
}
