using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>Resize of blocks by whole factors of height and width, to the nearest or linearly.</summary>
internal sealed class BlockedResizeRule : IBlockedRule
{
    private const int FirstWithRegions = 11;

    public bool IsFor(Node node) => (node.Is("Resize") || node.Is("Upsample")) && !node.Attributes.Contains("axes");

    public bool Apply(Node node, BlockedGraph graph)
    {
        string mode = node.Attributes.String("mode", "nearest");
        bool hasRegion = node.Is("Resize") && graph.Opset >= FirstWithRegions;
        string coordinates = hasRegion ? node.Attributes.String("coordinate_transformation_mode", "half_pixel") : "asymmetric";
        if (graph.Find(node.Inputs[0]) is not { } input || !IsKnown(mode, coordinates, hasRegion ? node.Attributes.String("nearest_mode", "round_prefer_floor") : "floor"))
            return false;
        ImmutableArray<long> scales = hasRegion && node.Input(3) is { } sizes ? FromSizes(sizes.Constant, input.Original.Shape) : FromScales(node.Input(hasRegion ? 2 : 1)?.Constant);
        if (scales is not [1, 1, > 0, > 0])
            return false;

        Node upsample = graph.Add(node, "Upsample", BlockedGraph.Domain, input.Blocks);
        upsample.Attributes.Set(new NodeAttribute("scales", scales));
        upsample.Attributes.Set(new NodeAttribute("mode", mode));
        upsample.Attributes.Set(new NodeAttribute("coordinate_transformation_mode", coordinates));
        graph.Replace(node, upsample, input.Channels, BlockedSizes.Of(node.Outputs[0]));
        return true;
    }

    private static bool IsKnown(string mode, string coordinates, string rounding) => mode switch
    {
        "nearest" => coordinates == "asymmetric" && rounding == "floor",
        "linear" => coordinates is "asymmetric" or "align_corners" or "half_pixel",
        _ => false,
    };

    /// <summary>Whole factors; empty if they are not.</summary>
    private static ImmutableArray<long> FromScales(TensorData? scales) =>
        scales is { Rank: 1, ElementCount: 4, ElementType: ElementType.Float } && scales.AsSpan<float>().ToArray() is var factors && Array.TrueForAll(factors, float.IsInteger)
            ? [.. factors.Select(factor => (long)factor)] : [];

    private static ImmutableArray<long> FromSizes(TensorData? sizes, Shape? shape)
    {
        if (sizes is not { Rank: 1, ElementCount: 4, ElementType: ElementType.Int64 } || shape is not { Rank: 4 })
            return [];
        var factors = ImmutableArray.CreateBuilder<long>(4);
        foreach ((Dimension dimension, long size) in shape.Zip(sizes.AsSpan<long>().ToArray()))
        {
            if (dimension.Size is not > 0 || size % dimension.Size != 0)
                return [];
            factors.Add(size / dimension.Size.Value);
        }

        return factors.MoveToImmutable();
    }
}
