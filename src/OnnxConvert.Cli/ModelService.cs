using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;

namespace OnnxConvert.Cli;

/// <summary>The library itself.</summary>
internal sealed class ModelService : IModelService
{
    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken) =>
        throw new UnsupportedModelException("The converter is not part of this build.");

    public ModelSummary Inspect(string path) => throw new UnsupportedModelException("The readers are not part of this build.");

    public IReadOnlyList<HandledOperator> Operators() => [];
}
