using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Source graphs of one operator of TensorFlow.</summary>
internal static class FlexSource
{
    public static SourceBuilder Of(string opType) => new($"Flex{opType}", TfLiteOps.CustomDomain);

    public static SourceBuilder Ints(this SourceBuilder source, string name, params ImmutableArray<long> values) => source.Option(new NodeAttribute(name, values));

    public static SourceBuilder Text(this SourceBuilder source, string name, string value) => source.Option(new NodeAttribute(name, value));

    public static SourceBuilder Texts(this SourceBuilder source, string name, params string[] values) =>
        source.Option(new NodeAttribute(name, [.. values.Select(value => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(value))]));
}
