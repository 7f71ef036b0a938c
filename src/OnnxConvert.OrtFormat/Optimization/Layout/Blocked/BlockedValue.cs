using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>A value of the graph and its form in blocks.</summary>
/// <param name="Original">The value as it was.</param>
/// <param name="Producer">The node that computes the blocks.</param>
/// <param name="ReaderCount">How often the original was read, as a graph output included.</param>
/// <param name="Channels">How many channels there are, without those that fill up the last block.</param>
/// <param name="Sizes">Where its sizes come from.</param>
internal sealed record BlockedValue(Value Original, Node Producer, int ReaderCount, long Channels, BlockedSizes Sizes)
{
    internal Value Blocks => Producer.Outputs[0];

    /// <summary>Whether the blocks are a convolution without activation that is read so often, so that its readers may become part of it.</summary>
    internal bool IsOpenConvolution(int readers = 1) =>
        Producer is { OpType: "Conv", Domain: BlockedGraph.Domain } && ReaderCount == readers && !Producer.Attributes.Contains("activation");
}
