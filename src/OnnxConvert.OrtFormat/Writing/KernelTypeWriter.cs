using System.Collections.Immutable;
using Google.FlatBuffers;
using OnnxConvert.OrtFormat.Kernels;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

internal static class KernelTypeWriter
{
    public static Offset<Fbs.KernelTypeStrResolver> Write(FlatWriter writer, IReadOnlyDictionary<string, ImmutableArray<KernelType>> operators)
    {
        FlatBufferBuilder builder = writer.Builder;
        var entries = operators.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => Fbs.OpIdKernelTypeStrArgsEntry.CreateOpIdKernelTypeStrArgsEntry(
            builder, writer.Name(o.Key), Fbs.OpIdKernelTypeStrArgsEntry.CreateKernelTypeStrArgsVector(builder, [.. o.Value.Select(t => Write(writer, t))])));
        return Fbs.KernelTypeStrResolver.CreateKernelTypeStrResolver(builder, Fbs.KernelTypeStrResolver.CreateOpKernelTypeStrArgsVector(builder, [.. entries]));
    }

    private static Offset<Fbs.KernelTypeStrArgsEntry> Write(FlatWriter writer, KernelType type)
    {
        FlatBufferBuilder builder = writer.Builder;
        Offset<Fbs.ArgTypeAndIndex>[] arguments = [.. type.Arguments.Select(a => Fbs.ArgTypeAndIndex.CreateArgTypeAndIndex(builder, a.IsOutput ? Fbs.ArgType.OUTPUT : Fbs.ArgType.INPUT, (uint)a.Index))];
        return Fbs.KernelTypeStrArgsEntry.CreateKernelTypeStrArgsEntry(builder, writer.Name(type.Name), Fbs.KernelTypeStrArgsEntry.CreateArgsVector(builder, arguments));
    }
}
