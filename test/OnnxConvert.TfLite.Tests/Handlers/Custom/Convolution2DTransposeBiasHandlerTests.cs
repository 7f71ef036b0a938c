using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class Convolution2DTransposeBiasHandlerTests
{
    [TestCase(1, 3, 4, 2, 2)]
    [TestCase(1, 3, 4, 3, 2)]
    [TestCase(1, 4, 3, 2, 3)]
    [TestCase(2, 3, 2, 3, 2)]
    [TestCase(1, 5, 5, 4, 1)]
    public void Each_element_spreads_over_a_window(int padding, int height, int width, int kernel, int stride)
    {
        float[] x = Samples.Floats(height * width * 2);
        float[] w = Samples.Floats(3 * kernel * kernel * 2, 2);
        float[] bias = [0.5f, -1, 2];
        int[] cut = [.. new[] { height, width }.Select(size => padding == 1 ? Math.Max(0, kernel - ((size - 1) % stride) - 1) : 0)];
        int outHeight = (stride * (height - 1)) + kernel - cut[0];
        int outWidth = (stride * (width - 1)) + kernel - cut[1];
        var expected = new float[outHeight * outWidth * 3];
        for (int i = 0; i < expected.Length; i++)
        {
            (int o, int column, int row) = (i % 3, i / 3 % outWidth, i / 3 / outWidth);
            double sum = bias[o];
            for (int j = 0; j < x.Length; j++)
            {
                int ky = row + (cut[0] / 2) - (j / 2 / width * stride);
                int kx = column + (cut[1] / 2) - (j / 2 % width * stride);
                if (ky >= 0 && ky < kernel && kx >= 0 && kx < kernel)
                    sum += x[j] * w[(((((o * kernel) + ky) * kernel) + kx) * 2) + (j % 2)];
            }

            expected[i] = (float)sum;
        }

        SourceBuilder source = new SourceBuilder("Convolution2DTransposeBias", TfLiteOps.CustomDomain)
            .Input(x, [1, height, width, 2]).Constant(w, [3, kernel, kernel, 2]).Constant(bias)
            .Option(FlexOptions.Fields(padding, stride, stride)).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-5f));
    }
}
