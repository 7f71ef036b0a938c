using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Larq's operators, against what xor and counts of bits give.</summary>
internal sealed class LarqTests
{
    private const int Height = 4, Width = 5, Outputs = 4, Kernel = 3;

    [TestCase(40)]
    [TestCase(64)]
    [TestCase(1)]
    public void Signs_are_packed_and_come_out_again(int channels)
    {
        float[] x = [.. Enumerable.Range(0, 2 * channels).Select(i => i % 7 == 0 ? 0 : MathF.Sin(i * 3))];
        SourceBuilder packed = new SourceBuilder("LceQuantize", TfLiteOps.CustomDomain).Input(x, [2, channels]).Output(ElementType.Int32);
        int[] words = Pack([.. x.Select(value => value < 0)], channels);
        Assert.That(packed.Run<int>(), Is.EqualTo(words));
        SourceBuilder signs = new SourceBuilder("LceDequantize", TfLiteOps.CustomDomain)
            .Input(words, [2, words.Length / 2]).Output(ElementType.Float, dims: [2, channels]);
        Assert.That(signs.Run<float>(), Is.EqualTo(x.Select(value => value < 0 ? -1f : 1f)));
    }

    [Test]
    public void Bytes_are_compared_with_their_zero_point()
    {
        SourceBuilder source = new SourceBuilder("LceQuantize", TfLiteOps.CustomDomain)
            .Input<sbyte>([-4, -3, -2, 100], [1, 4], new(0.5f, -3)).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void A_pool_keeps_the_bits_that_all_have()
    {
        int[] words = [.. Enumerable.Range(0, 2 * Width).Select(i => (i * 0x1234567) | -0x7FF00000)];
        SourceBuilder source = new SourceBuilder("LceBMaxPool2d", TfLiteOps.CustomDomain).Input(words, [1, 2, Width, 1])
            .Option(FlexOptions.Map(("filter_height", 2), ("filter_width", 2), ("stride_height", 2), ("stride_width", 2), ("padding", 0))).Output(ElementType.Int32);
        int[] expected = [.. new[] { 0, 2, 4 }.Select(i => words[i] & words[i + Width] & (i < 4 ? words[i + 1] & words[i + Width + 1] : -1))];
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [TestCase(40, 1, 1, 0, 1)]
    [TestCase(40, 1, 2, 1, 1)]
    [TestCase(64, 2, 1, 0, 1)]
    [TestCase(32, 1, 1, 0, 0)]
    public void A_convolution_counts_bits(int channels, int groups, int stride, int activation, int padValues)
    {
        Case c = new(channels, groups, stride, IsSame: true, padValues);
        float[] multiplier = [0.5f, -0.25f, 2, 1], bias = [1, 2, -3, 0];
        SourceBuilder source = c.Source(activation).Constant(multiplier).Constant(bias).NoInput().Output(ElementType.Float);
        float[] expected = [.. c.Sums().Select((sum, i) => ((activation == 1 ? Math.Max(sum, 0) : sum) * multiplier[i % Outputs]) + bias[i % Outputs])];
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void A_convolution_gives_signs_by_thresholds()
    {
        Case c = new(40, 1, 1, IsSame: false, 1);
        int[] thresholds = [180, 170, 190, 185];
        SourceBuilder source = c.Source(0).NoInput().NoInput().Constant(thresholds).Output(ElementType.Int32);
        bool[] bits = [.. c.Sums().Select((sum, i) => ((Kernel * Kernel * 40) - sum) / 2 > thresholds[i % Outputs])];
        Assert.That(bits, Has.Some.True.And.Some.False);
        Assert.That(source.Run<int>(), Is.EqualTo(Pack(bits, Outputs)));
    }

    private static int[] Pack(bool[] bits, int channels)
    {
        int words = (channels + 31) / 32;
        var packed = new int[bits.Length / channels * words];
        for (int i = 0; i < bits.Length; i++)
        {
            if (bits[i])
                packed[(i / channels * words) + (i % channels / 32)] |= 1 << (i % channels % 32);
        }

        return packed;
    }

    private sealed record Case(int Channels, int Groups, int Stride, bool IsSame, int PadValues)
    {
        private int PerGroup => Channels / Groups;

        private bool Bit(int y, int x, int channel) => Hash(((y * Width) + x) * Channels + channel);

        private bool FilterBit(int output, int y, int x, int channel) => Hash(100_000 + ((((output * Kernel) + y) * Kernel) + x) * PerGroup + channel);

        private static bool Hash(int i) => ((uint)(i * 0x9E3779B1u) >> 13) % 2 == 1;

        internal SourceBuilder Source(int activation)
        {
            bool[] input = [.. from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) from channel in Enumerable.Range(0, Channels) select Bit(y, x, channel)];
            bool[] filter = [.. from o in Enumerable.Range(0, Outputs) from y in Enumerable.Range(0, Kernel) from x in Enumerable.Range(0, Kernel) from channel in Enumerable.Range(0, PerGroup) select FilterBit(o, y, x, channel)];
            return new SourceBuilder("LceBconv2d", TfLiteOps.CustomDomain)
                .Input(Pack(input, Channels), [1, Height, Width, (Channels + 31) / 32])
                .Constant(Pack(filter, PerGroup), [Outputs, Kernel, Kernel, (PerGroup + 31) / 32])
                .Option(FlexOptions.Map(
                    ("channels_in", Channels), ("dilation_height_factor", 1), ("dilation_width_factor", 1), ("fused_activation_function", activation),
                    ("pad_values", PadValues), ("padding", IsSame ? 0 : 1), ("stride_height", Stride), ("stride_width", Stride)));
        }

        /// <summary>The sums of products of signs, outputs last.</summary>
        internal IEnumerable<int> Sums()
        {
            int height = IsSame ? (Height + Stride - 1) / Stride : Height - Kernel + 1;
            int width = IsSame ? (Width + Stride - 1) / Stride : Width - Kernel + 1;
            int top = IsSame ? Math.Max(((height - 1) * Stride) + Kernel - Height, 0) / 2 : 0;
            int left = IsSame ? Math.Max(((width - 1) * Stride) + Kernel - Width, 0) / 2 : 0;
            return from y in Enumerable.Range(0, height)
                   from x in Enumerable.Range(0, width)
                   from output in Enumerable.Range(0, Outputs)
                   select Sum((y * Stride) - top, (x * Stride) - left, output);
        }

        private int Sum(int top, int left, int output)
        {
            int sum = 0;
            int first = output / (Outputs / Groups) * PerGroup;
            for (int i = 0; i < Kernel * Kernel * PerGroup; i++)
            {
                (int place, int channel) = Math.DivRem(i, PerGroup);
                (int y, int x) = (place / Kernel, place % Kernel);
                bool isInside = top + y is >= 0 and < Height && left + x is >= 0 and < Width;
                int sign = isInside ? Bit(top + y, left + x, first + channel) ? -1 : 1 : PadValues;
                sum += FilterBit(output, y, x, channel) ? -sign : sign;
            }

            return sum;
        }
    }
}
