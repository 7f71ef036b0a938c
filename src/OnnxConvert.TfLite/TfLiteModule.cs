using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite;

/// <summary>What converts one model: the handlers and rewriters of this assembly, and what depends on the model.</summary>
internal sealed class TfLiteModule(TfLiteModel model) : IRegistrationModule
{
    public void Register(RegistrationBuilder registry)
    {
        new Generated.RegistrationModule().Register(registry);
        var blocks = new Dictionary<TensorData, TfLiteBlockQuantization>(ReferenceEqualityComparer.Instance);
        foreach ((Value value, TfLiteBlockQuantization quantization) in model.BlockQuantization)
        {
            if (value.Constant is { } data)
                blocks[data] = quantization;
        }

        if (model.BlockQuantization.Count > 0)
            registry.Rewriters.Add(new BlockwiseConstantRewriter(blocks));
    }
}
