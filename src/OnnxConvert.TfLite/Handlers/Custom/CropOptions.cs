using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of Landmarks2TransformMatrix in terms that both of its versions share.</summary>
/// <param name="Left">The landmark at the left of the line that becomes horizontal.</param>
/// <param name="Right">The landmark at the right of that line.</param>
/// <param name="Subset">The landmarks that the crop contains.</param>
/// <param name="TargetAngle">The angle of the line in the crop, in radians.</param>
/// <param name="KeepsHeadUp">Whether the angle is that of the undirected line, from -90 to 90 degrees.</param>
/// <param name="PixelPerSize">What a size among landmarks is multiplied by to give the length of a pixel of the crop.</param>
/// <param name="CenterFactor">What the sum of two corners among landmarks is multiplied by to give the center.</param>
/// <param name="Corner">The upper left corner of the crop from its center, in pixels of the crop.</param>
/// <param name="ImageFactor">What a length is multiplied by to give pixels of the image.</param>
internal sealed record CropOptions(
    long Left,
    long Right,
    long[] Subset,
    float TargetAngle,
    bool KeepsHeadUp,
    (float X, float Y) PixelPerSize,
    (float X, float Y) CenterFactor,
    (float X, float Y) Corner,
    (float X, float Y) ImageFactor)
{
    private const int MaxSize = 1 << 14;

    internal static CropOptions Of(OpContext op)
    {
        FlexMap options = op.OptionMap();
        return options.TryGet("subset_idxs", out _) ? OfVersion2(op, options) : OfVersion1(op, options);
    }

    /// <summary>Landmarks are in pixels of the image; a pixel of the crop is taken by its center.</summary>
    private static CropOptions OfVersion2(OpContext op, FlexMap options)
    {
        int height = op.RequireInt(options, "output_height", 1, MaxSize);
        int width = op.RequireInt(options, "output_width", 1, MaxSize);
        (float scaleX, float scaleY) = (CustomOptions.FloatOption(options, "scale_x"), CustomOptions.FloatOption(options, "scale_y"));
        if (scaleX <= 0 || scaleY <= 0)
            throw op.NotSupported($"its options scale_x ({scaleX}) and scale_y ({scaleY}) must be positive");
        return new CropOptions(
            op.RequireInt(options, "left_rotation_idx", 0),
            op.RequireInt(options, "right_rotation_idx", 0),
            SubsetOf(op, options, "subset_idxs"),
            CustomOptions.FloatOption(options, "target_rotation_radians"),
            false,
            (scaleX / width, scaleY / height),
            (0.5f, 0.5f),
            (-width / 2f, -height / 2f),
            (1, 1));
    }

    /// <summary>Landmarks run from 0 to landmarks_range across the image; the corner pixels of crop and image are their corners.</summary>
    private static CropOptions OfVersion1(OpContext op, FlexMap options)
    {
        if (op.RequireInt(options, "dimensions", 0) is not 3 and var dimensions)
            throw op.NotSupported($"its option dimensions is {dimensions}; only 3 is defined");
        (long height, long width) = SizeOf(op, options, "input_hw");
        (long outputHeight, long outputWidth) = SizeOf(op, options, "output_hw");
        int range = op.RequireInt(options, "landmarks_range", 1);
        float growth = CustomOptions.FloatOption(options, "bbox_size_multiplier") * 2 / range;
        return new CropOptions(
            op.RequireInt(options, "left_rotation_idx", 0),
            op.RequireInt(options, "right_rotation_idx", 0),
            SubsetOf(op, options, "subset"),
            0,
            true,
            (growth / (outputWidth - 1), growth / (outputHeight - 1)),
            (1f / range, 1f / range),
            (-(outputWidth - 1) / 2f, -(outputHeight - 1) / 2f),
            ((width - 1) / 2f, (height - 1) / 2f));
    }

    private static long[] SubsetOf(OpContext op, FlexMap options, string name) => op.RequireInts(options, name) is { Length: > 0 } subset
        ? subset
        : throw op.NotSupported($"its option {name} names no landmarks");

    private static (long Height, long Width) SizeOf(OpContext op, FlexMap options, string name) =>
        op.RequireInts(options, name) is [> 1 and <= MaxSize and var height, > 1 and <= MaxSize and var width]
            ? (height, width)
            : throw op.NotSupported($"its option {name} must hold a height and a width from 2 to {MaxSize}");
}
