using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>Copies models, sharing the contents of constants.</summary>
internal static class ModelCopy
{
    public static Model Of(Model source)
    {
        var model = new Model(GraphCloner.Clone(source.Graph))
        {
            IrVersion = source.IrVersion,
            ProducerName = source.ProducerName,
            ProducerVersion = source.ProducerVersion,
            Domain = source.Domain,
            ModelVersion = source.ModelVersion,
            DocString = source.DocString,
        };
        foreach ((string domain, long version) in source.OpsetImports)
            model.OpsetImports[domain] = version;
        foreach ((string key, string value) in source.Metadata)
            model.Metadata[key] = value;
        // Functions are only read from, so they can be shared.
        foreach (Function function in source.Functions)
            model.Functions.Add(function);
        return model;
    }
}
