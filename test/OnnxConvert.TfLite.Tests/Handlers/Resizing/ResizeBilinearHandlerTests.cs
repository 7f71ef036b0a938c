using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ResizeBilinearHandlerTests
{
    private const int Resized = 224;

    private static readonly sbyte[] Line = [-128, 127, -128, 127, -128, 127, -128];

    private static SourceBuilder Enlarged() => new SourceBuilder(TfLiteOps.ResizeBilinear)
        .Input(Line, [1, 1, Line.Length, 1], new(0.1f, 0)).Constant<int>([1, Resized])
        .Option("align_corners", 1)
        .Output(ElementType.Int8, new(0.1f, 0));

    [Test]
    public void Int8_is_resized_exactly()
    {
        sbyte[] actual = Enlarged().Run<sbyte>();
        for (int i = 0; i < Resized; i++)
        {
            double place = i * (Line.Length - 1) / (double)(Resized - 1);
            int lower = Math.Min((int)place, Line.Length - 2);
            double exact = Line[lower] + ((place - lower) * (Line[lower + 1] - Line[lower]));
            Assert.That(actual[i], Is.EqualTo(exact).Within(0.501));
        }
    }

    /// <summary>6/223 of an element is 27.55 units of 1/1024, for which the reference kernel takes 28.</summary>
    [Test]
    public void On_request_samples_are_placed_as_by_TFLite_Micro()
    {
        SourceBuilder source = Enlarged();
        sbyte[] actual = source.Run<sbyte>(source.Conversion().WithReferenceResizing().ToOnnx());
        for (int i = 0; i < Resized; i++)
        {
            int place = i * 28;
            int lower = place / 1024;
            int upper = Math.Min((place + 1023) / 1024, Line.Length - 1);
            double exact = ((Line[lower] * (1024.0 - (place % 1024))) + (Line[upper] * (place % 1024))) / 1024;
            Assert.That(actual[i], Is.EqualTo((sbyte)Math.Round(exact, MidpointRounding.AwayFromZero)));
        }
    }
}
