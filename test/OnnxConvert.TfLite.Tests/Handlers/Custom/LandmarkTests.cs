using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>MediaPipe's operators that crop a face by its landmarks, and take landmarks of the crop back.</summary>
internal sealed class LandmarkTests
{
    private static readonly float[] Turned = [0.8f, -0.3f, 9, 0.7f, 0.4f, 0.9f, 9, -0.6f, 0, 0, 1, 0, 0, 0, 0, 1];

    [TestCase(1)]
    [TestCase(2)]
    public void Transform_mixes_four_pixels_and_is_0_outside(int version)
    {
        float[] image = Samples.Floats(4 * 5 * 3);
        NodeAttribute options = version == 1
            ? FlexOptions.Map(("mode", "bilinear"), ("output_size", new[] { 6, 7 }))
            : FlexOptions.Map(("output_height", 6), ("output_width", 7));
        SourceBuilder source = new SourceBuilder(version == 1 ? "TransformTensor" : "TransformTensorBilinear", TfLiteOps.CustomDomain)
            .Input(image, [1, 4, 5, 3]).Input(Turned, [1, 4, 4]).Option(options).Output(ElementType.Float);
        float[] expected = Transformed(image, 4, 5, 6, 7, version == 1 ? 0 : 0.5f);
        Assert.That(expected.Count(value => value != 0), Is.InRange(30, 100), "both sides of the border are tested");
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-5f));
        Assert.That(source.Run<float>(9), Is.EqualTo(expected).Within(1e-5f));
    }

    [Test]
    public void Identity_transforms_the_last_pixel_too()
    {
        SourceBuilder source = new SourceBuilder("TransformTensorBilinear", TfLiteOps.CustomDomain)
            .Input<float>([1, 2, 3, 4], [1, 2, 2, 1]).Input<float>([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], [1, 4, 4])
            .Option(FlexOptions.Map(("output_height", 2), ("output_width", 3))).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 2, 0, 3, 4, 0 }));
    }

    [TestCase(2, 1f, false)]
    [TestCase(3, 1f, false)]
    [TestCase(2, 3f, true)]
    [TestCase(3, 3f, true)]
    public void Landmarks_move_in_x_and_y(int coordinates, float scale, bool isVersion1)
    {
        float[] x = Samples.Floats(4 * coordinates);
        float[] expected = [.. x];
        for (int i = 0; i < x.Length; i += coordinates)
        {
            expected[i] = (0.8f * x[i]) - (0.3f * x[i + 1]) + (0.7f * scale);
            expected[i + 1] = (0.4f * x[i]) + (0.9f * x[i + 1]) - (0.6f * scale);
        }

        SourceBuilder source = new SourceBuilder("TransformLandmarks", TfLiteOps.CustomDomain)
            .Input(x, isVersion1 ? [1, 1, 2, 2 * coordinates] : [1, 4, coordinates]).Input(Turned, [1, 4, 4]).Output(ElementType.Float);
        if (isVersion1)
            source.Option(FlexOptions.Map(("dimensions", coordinates), ("scale", scale)));
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-6f));
    }

    [TestCase(0f, 3, 1)]
    [TestCase(0.7f, 0, 2)]
    [TestCase(-2f, 2, 2)]
    public void Crop_of_version_2_is_upright_around_a_subset(float target, int left, int right)
    {
        float[] x = Samples.Floats(5 * 3, 3, 0, 100);
        double angle = target - (left == right ? 0 : Math.Atan2(x[(3 * right) + 1] - x[(3 * left) + 1], x[3 * right] - x[3 * left]));
        (double[] min, double[] max) = Bounds(x, [0, 1, 4], angle);
        double[] center = Rotate([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2], -angle);
        double[] scale = [1.5 * (max[0] - min[0]) / 16, 2 * (max[1] - min[1]) / 8];
        float[] expected = Matrix(point =>
        {
            double[] turned = Rotate([scale[0] * (point[0] - 8), scale[1] * (point[1] - 4)], -angle);
            return [turned[0] + center[0], turned[1] + center[1]];
        });
        SourceBuilder source = new SourceBuilder("Landmarks2TransformMatrix", TfLiteOps.CustomDomain).Input(x, [1, 5, 3]).Option(FlexOptions.Map(
            ("subset_idxs", new[] { 0, 1, 4 }), ("left_rotation_idx", left), ("right_rotation_idx", right), ("target_rotation_radians", target),
            ("output_height", 8), ("output_width", 16), ("scale_x", 1.5f), ("scale_y", 2f))).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-3f));
    }

    [TestCase(3, 1)]
    [TestCase(1, 3)]
    [TestCase(0, 2)]
    public void Crop_of_version_1_has_ranges_in_place_of_pixels(int left, int right)
    {
        float[] x = Samples.Floats(5 * 3, 3, 0, 100);
        double angle = -Math.Atan((x[(3 * right) + 1] - x[(3 * left) + 1]) / (x[3 * right] - x[3 * left]));
        (double[] min, double[] max) = Bounds(x, [0, 1, 4], angle);
        double[] center = Rotate([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2], -angle);
        float[] expected = Matrix(point =>
        {
            double[] relative = [(2.0 / 15 * point[0]) - 1, (2.0 / 7 * point[1]) - 1];
            double[] turned = Rotate([1.5 * (max[0] - min[0]) / 64 * relative[0], 1.5 * (max[1] - min[1]) / 64 * relative[1]], -angle);
            return [(turned[0] + (center[0] / 64 * 2)) * 31 / 2, (turned[1] + (center[1] / 64 * 2)) * 23 / 2];
        });
        SourceBuilder source = new SourceBuilder("Landmarks2TransformMatrix", TfLiteOps.CustomDomain).Input(x, [1, 1, 1, 15]).Option(FlexOptions.Map(
            ("subset", new[] { 0, 1, 4 }), ("left_rotation_idx", left), ("right_rotation_idx", right), ("dimensions", 3), ("landmarks_range", 64),
            ("input_hw", new[] { 24, 32 }), ("output_hw", new[] { 8, 16 }), ("bbox_size_multiplier", 1.5f))).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-3f));
    }

    [TestCase("subset_idxs")]
    [TestCase("output_height")]
    [TestCase("scale_x")]
    public void Crop_without_an_option_is_refused_by_its_name(string missing)
    {
        (string Name, object Value)[] options =
        [
            ("subset_idxs", new[] { 0 }), ("left_rotation_idx", 0), ("right_rotation_idx", 0), ("output_height", 8), ("output_width", 16), ("scale_x", 1f), ("scale_y", 1f),
        ];
        SourceBuilder source = new SourceBuilder("Landmarks2TransformMatrix", TfLiteOps.CustomDomain).Input(new float[3], [1, 1, 3])
            .Option(FlexOptions.Map([.. options.Where(option => option.Name != missing)])).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("option"));
    }

    [Test]
    public void Warp_takes_the_nearest_border_outside()
    {
        float[] image = Samples.Floats(3 * 4 * 2);
        float[] flow = Samples.Floats(3 * 4 * 2, 2, -3, 3);
        var expected = new float[image.Length];
        for (int i = 0; i < 12; i++)
        {
            double y = Math.Clamp((i / 4) - flow[2 * i], 0, 2);
            double x = Math.Clamp((i % 4) - flow[(2 * i) + 1], 0, 3);
            for (int channel = 0; channel < 2; channel++)
                expected[(2 * i) + channel] = (float)Sample(image, 3, 4, 2, y, x, channel);
        }

        SourceBuilder source = new SourceBuilder("DenseImageWarp", TfLiteOps.CustomDomain).Input(image, [1, 3, 4, 2]).Input(flow, [1, 3, 4, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-5f));
    }

    private static float[] Transformed(float[] image, int height, int width, int outHeight, int outWidth, float center)
    {
        var y = new float[outHeight * outWidth * 3];
        for (int i = 0; i < outHeight * outWidth; i++)
        {
            (double x0, double y0) = ((i % outWidth) + center, (i / outWidth) + center);
            double column = (Turned[0] * x0) + (Turned[1] * y0) + Turned[3] - center;
            double row = (Turned[4] * x0) + (Turned[5] * y0) + Turned[7] - center;
            bool isInside = column >= 0 && column <= width - 1 && row >= 0 && row <= height - 1;
            for (int channel = 0; channel < 3; channel++)
                y[(3 * i) + channel] = isInside ? (float)Sample(image, height, width, 3, row, column, channel) : 0;
        }

        return y;
    }

    private static double Sample(float[] image, int height, int width, int channels, double y, double x, int channel)
    {
        (int top, int left) = (Math.Min((int)y, height - 2), Math.Min((int)x, width - 2));
        (double down, double right) = (y - top, x - left);
        return ((1 - down) * (((1 - right) * At(top, left)) + (right * At(top, left + 1)))) + (down * (((1 - right) * At(top + 1, left)) + (right * At(top + 1, left + 1))));

        double At(int row, int column) => image[(((row * width) + column) * channels) + channel];
    }

    private static (double[] Min, double[] Max) Bounds(float[] landmarks, int[] subset, double angle)
    {
        double[][] points = [.. subset.Select(index => Rotate([landmarks[3 * index], landmarks[(3 * index) + 1]], angle))];
        return ([points.Min(p => p[0]), points.Min(p => p[1])], [points.Max(p => p[0]), points.Max(p => p[1])]);
    }

    private static double[] Rotate(double[] point, double angle) =>
        [(point[0] * Math.Cos(angle)) - (point[1] * Math.Sin(angle)), (point[0] * Math.Sin(angle)) + (point[1] * Math.Cos(angle))];

    /// <summary>The matrix of a linear map with a shift: where it takes the axes' ends and the origin says all.</summary>
    private static float[] Matrix(Func<double[], double[]> map)
    {
        (double[] origin, double[] x, double[] y) = (map([0, 0]), map([1, 0]), map([0, 1]));
        return
        [
            (float)(x[0] - origin[0]), (float)(y[0] - origin[0]), 0, (float)origin[0],
            (float)(x[1] - origin[1]), (float)(y[1] - origin[1]), 0, (float)origin[1],
            0, 0, 1, 0,
            0, 0, 0, 1,
        ];
    }
}
